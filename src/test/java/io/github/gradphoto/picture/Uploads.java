package io.github.gradphoto.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Files as phones, tools and attackers write them. */
public final class Uploads {

    private Uploads() {}

    /** Neither symmetric nor flat: every px tells where it belongs. */
    public static BufferedImage picture(int w, int h) {
        BufferedImage picture = new BufferedImage(w, h, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                picture.setRGB(x, y, 255 * x / w << 16 | 255 * y / h << 8 | (x / 16 + y / 24) % 4 * 60);
            }
        }
        return picture;
    }

    public static BufferedImage plain(int w, int h, int rgb) {
        BufferedImage picture = new BufferedImage(w, h, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                picture.setRGB(x, y, rgb);
            }
        }
        return picture;
    }

    /** Grainy as a photo taken in a dim room; a fixed seed, so that each run sees the same px. */
    public static BufferedImage grainy(int w, int h, double grain) {
        BufferedImage picture = picture(w, h);
        Random random = new Random(7);
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int level = (int) Math.max(0, Math.min(255, 128 + grain * random.nextGaussian()));
                picture.setRGB(x, y, level << 16 | level << 8 | level);
            }
        }
        return picture;
    }

    public static byte[] jpeg(BufferedImage picture) {
        return PhotoJpeg.encode(picture, 90);
    }

    public static byte[] file(BufferedImage picture, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format, out)) {
            throw new IOException("no writer for " + format);
        }
        return out.toByteArray();
    }

    public static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(
                new byte[] {(byte) 0xff, (byte) marker, (byte) (body.length + 2 >> 8), (byte) (body.length + 2)});
        out.writeBytes(body);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    public static byte[] icc(byte[] profile) {
        return join(text("ICC_PROFILE\0\u0001\u0001"), profile);
    }

    /** One directory with the orientation and the maker's name, as in a camera's APP1 without its prefix. */
    public static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(8 + 2 + 24 + 4 + 8)
                .put(text("MM\0*"))
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x010f)
                .putShort((short) 2)
                .putInt(8)
                .putInt(38)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(text("Secret!\0"))
                .array();
    }

    public static byte[] exif(int orientation) {
        return join(text("Exif\0\0"), tiff(orientation));
    }

    /** Puts a chunk behind the header chunk. */
    public static byte[] withChunk(byte[] png, String type, byte[] body) {
        int header = 8 + 25;
        var sum = new CRC32();
        sum.update(text(type));
        sum.update(body);
        byte[] chunk = ByteBuffer.allocate(12 + body.length)
                .putInt(body.length)
                .put(text(type))
                .put(body)
                .putInt((int) sum.getValue())
                .array();
        return join(Arrays.copyOf(png, header), chunk, Arrays.copyOfRange(png, header, png.length));
    }

    public static byte[] deflated(byte[] data) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(data);
        }
        return out.toByteArray();
    }

    /** A lossless WebP in two colours, RGB (10,g,20), with g by a chequer of 32 px: the smallest true encoder (RFC 9649). */
    public static byte[] webp(int w, int h, int dark, int light) {
        return webp(w, h, dark, light, w * h);
    }

    /** @param px how many are really there */
    static byte[] webp(int w, int h, int dark, int light, int px) {
        Bits bits = new Bits();
        bits.put(w - 1, 14).put(h - 1, 14).put(0, 4); // no alpha, version 0
        bits.put(0, 3); // no transform, no cache, one group of codes
        bits.put(1, 1).put(1, 1).put(1, 1).put(dark, 8).put(light, 8); // green: two symbols
        for (int only : new int[] {10, 20, 255, 0}) { // red, blue, alpha, distance: one symbol each
            bits.put(1, 1).put(0, 1).put(1, 1).put(only, 8);
        }
        for (int i = 0; i < px; i++) {
            bits.put((i % w / 32 + i / w / 32) % 2, 1);
        }
        return riff(chunk("VP8L", join(new byte[] {0x2f}, bits.bytes())));
    }

    public static byte[] webpWith(byte[] simple, int w, int h, byte[] exif, byte[] xmp) {
        byte[] vp8x = ByteBuffer.allocate(10)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x08 | 0x04)
                .put((byte) (w - 1))
                .put((byte) (w - 1 >> 8))
                .put((byte) 0)
                .put((byte) (h - 1))
                .put((byte) (h - 1 >> 8))
                .put((byte) 0)
                .array();
        byte[] picture = Arrays.copyOfRange(simple, 12, simple.length);
        return riff(join(chunk("VP8X", vp8x), picture, chunk("EXIF", exif), chunk("XMP ", xmp)));
    }

    private static byte[] riff(byte[] chunks) {
        return ByteBuffer.allocate(12 + chunks.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(text("RIFF"))
                .putInt(4 + chunks.length)
                .put(text("WEBP"))
                .put(chunks)
                .array();
    }

    private static byte[] chunk(String type, byte[] body) {
        return ByteBuffer.allocate(8 + body.length + (body.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(text(type))
                .putInt(body.length)
                .put(body)
                .array();
    }

    public static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] text(String latin1) {
        return latin1.getBytes(ISO_8859_1);
    }

    private static final class Bits {
        private final BitSet bits = new BitSet();
        private int length;

        Bits put(int value, int count) {
            for (int i = 0; i < count; i++) {
                bits.set(length++, (value >> i & 1) == 1);
            }
            return this;
        }

        byte[] bytes() {
            return Arrays.copyOf(bits.toByteArray(), (length + 7) / 8);
        }
    }
}
