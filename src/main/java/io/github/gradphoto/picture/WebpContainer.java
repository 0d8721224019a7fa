package io.github.gradphoto.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.Set;

/** Walks the chunks of a WebP (RFC 9649) and copies those that draw the picture. */
final class WebpContainer {

    private static final int HEADER = 12;
    private static final Set<String> DRAWING = Set.of("VP8X", "ICCP", "ALPH", "VP8 ", "VP8L");
    private static final int EXIF_AND_XMP = 0x08 | 0x04;
    private static final int ANIMATION = 0x02;

    private WebpContainer() {}

    /**
     * Keeps the picture, its transparency and its ICC profile, and mends the flags and the length.
     *
     * @throws IndexOutOfBoundsException the file is shorter than it says
     */
    static byte[] withoutMetadata(byte[] webp) {
        int riff = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).getInt(4);
        Objects.checkFromIndexSize(8L, Integer.toUnsignedLong(riff), webp.length + 1L);
        ByteArrayOutputStream out = new ByteArrayOutputStream(webp.length);
        out.write(webp, 0, HEADER);
        boolean drawn = false;
        for (int at = HEADER; at + 8 <= Math.min(8 + riff, webp.length); ) {
            String type = new String(webp, at, 4, ISO_8859_1);
            int length = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4);
            Objects.checkFromIndexSize(at + 8L, Integer.toUnsignedLong(length), (long) webp.length);
            if (DRAWING.contains(type)) {
                byte[] chunk = new byte[8 + length + (length & 1)]; // padded to an even length
                System.arraycopy(webp, at, chunk, 0, 8 + length);
                if (type.equals("VP8X")) {
                    clearFlags(chunk);
                }
                out.writeBytes(chunk);
                drawn |= type.startsWith("VP8") && !type.equals("VP8X");
            }
            at += 8 + length + (length & 1);
        }
        if (!drawn) {
            throw new PictureRefusedException(PictureFault.CORRUPT);
        }
        byte[] stripped = out.toByteArray();
        ByteBuffer.wrap(stripped).order(ByteOrder.LITTLE_ENDIAN).putInt(4, stripped.length - 8);
        return stripped;
    }

    private static void clearFlags(byte[] vp8x) {
        if ((vp8x[8] & ANIMATION) != 0) {
            throw new PictureRefusedException(PictureFault.UNSUPPORTED_TYPE);
        }
        vp8x[8] &= ~EXIF_AND_XMP;
    }
}
