package io.github.gradphoto.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;

/** The three file types taken, told by their first bytes: neither a file name nor a browser's word counts. */
enum PictureType {
    JPEG("image/jpeg", "jpeg", JpegContainer::new),
    PNG("image/png", "png", PngContainer::new),
    WEBP("image/webp", "webp", WebpContainer::new);

    private static final Set<String> HEIF_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    final String mediaType;
    final String format;
    private final Function<byte[], Container> open;

    PictureType(String mediaType, String format, Function<byte[], Container> open) {
        this.mediaType = mediaType;
        this.format = format;
        this.open = open;
    }

    static PictureType of(byte[] upload) {
        if (upload == null || upload.length == 0) {
            throw new PictureRefusedException(PictureFault.EMPTY);
        }
        if (at(upload, 0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (at(upload, 0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (at(upload, 0, "RIFF") && at(upload, 8, "WEBP")) {
            return WEBP;
        }
        boolean heif = at(upload, 4, "ftyp")
                && upload.length >= 12
                && HEIF_BRANDS.contains(new String(upload, 8, 4, ISO_8859_1));
        throw new PictureRefusedException(heif ? PictureFault.HEIC : PictureFault.UNSUPPORTED_TYPE);
    }

    /** Looks into the file; {@link PictureFault#CORRUPT} if its structure is broken. */
    Container open(byte[] upload) {
        try {
            return open.apply(upload);
        } catch (IndexOutOfBoundsException truncated) {
            throw new PictureRefusedException(PictureFault.CORRUPT, truncated);
        }
    }

    private static boolean at(byte[] bytes, int offset, String magic) {
        byte[] wanted = magic.getBytes(ISO_8859_1);
        return bytes.length >= offset + wanted.length
                && Arrays.equals(bytes, offset, offset + wanted.length, wanted, 0, wanted.length);
    }
}
