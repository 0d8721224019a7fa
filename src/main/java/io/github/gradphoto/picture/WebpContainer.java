package io.github.gradphoto.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Walks the chunks of a WebP (RFC 9649) and copies those that draw the picture. */
final class WebpContainer implements Container {

    private static final int HEADER = 12;
    private static final Set<String> DRAWING = Set.of("VP8X", "ICCP", "ALPH", "VP8 ", "VP8L");
    private static final int EXIF_AND_XMP = 0x08 | 0x04;
    private static final int ANIMATION = 0x02;
    /** The decoder is all Java and takes a quarter of a second for a million px; cameras do not write WebP. */
    private static final long MAX_PIXELS = 6_000_000;

    private final byte[] webp;
    private final byte[] stripped;
    private byte[] exif;
    private int drawn = -1;

    /** @throws IndexOutOfBoundsException the file is shorter than it says */
    WebpContainer(byte[] webp) {
        this.webp = webp;
        stripped = copy();
    }

    /** Keeps the picture, its transparency and its ICC profile, and mends the flags and the length. */
    private byte[] copy() {
        int riff = i32(4);
        Objects.checkFromIndexSize(8L, Integer.toUnsignedLong(riff), webp.length + 1L);
        ByteArrayOutputStream out = new ByteArrayOutputStream(webp.length);
        out.write(webp, 0, HEADER);
        for (int at = HEADER; at + 8 <= Math.min(8 + riff, webp.length); ) {
            String type = new String(webp, at, 4, ISO_8859_1);
            int length = i32(at + 4);
            Objects.checkFromIndexSize(at + 8L, Integer.toUnsignedLong(length), (long) webp.length);
            if (DRAWING.contains(type)) {
                out.writeBytes(chunk(at, type, length));
            }
            if (type.equals("VP8 ") || type.equals("VP8L")) {
                if (drawn >= 0) {
                    throw new PictureRefusedException(PictureFault.CORRUPT);
                }
                drawn = at;
            }
            if (type.equals("EXIF")) {
                exif = Arrays.copyOfRange(webp, at + 8, at + 8 + length);
            }
            at += 8 + length + (length & 1);
        }
        if (drawn < 0) {
            throw new PictureRefusedException(PictureFault.CORRUPT);
        }
        byte[] copy = out.toByteArray();
        ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putInt(4, copy.length - 8);
        return copy;
    }

    private byte[] chunk(int at, String type, int length) {
        byte[] chunk = new byte[8 + length + (length & 1)]; // padded to an even length
        System.arraycopy(webp, at, chunk, 0, 8 + length);
        if (type.equals("VP8X")) {
            if ((chunk[8] & ANIMATION) != 0) {
                throw new PictureRefusedException(PictureFault.UNSUPPORTED_TYPE);
            }
            chunk[8] &= ~EXIF_AND_XMP;
        }
        return chunk;
    }

    private int i32(int index) {
        return ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).getInt(index);
    }

    /** By the coded picture itself: VP8 (RFC 6386, 9.1) and VP8L (RFC 9649, 3.4) each say their size. */
    @Override
    public Outline outline() {
        boolean lossless = webp[drawn + 3] == 'L';
        int size = lossless ? i32(drawn + 9) : i32(drawn + 14);
        int width = lossless ? 1 + (size & 0x3fff) : size & 0x3fff;
        int height = lossless ? 1 + (size >> 14 & 0x3fff) : size >> 16 & 0x3fff;
        if ((long) width * height > MAX_PIXELS) {
            throw new PictureRefusedException(PictureFault.TOO_MANY_PIXELS);
        }
        return new Outline(width, height, 1);
    }

    @Override
    public byte[] stripped() {
        return stripped;
    }

    @Override
    public Optional<byte[]> exif() {
        return Optional.ofNullable(exif);
    }
}
