package io.github.gradphoto.picture;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** What an attacker, a strange camera or a broken connection sends, and what must become of it: a fault, or {@value #READ}. */
final class HostileFiles {

    static final String READ = "READ";

    record Hostile(String outcome, byte[] content) {}

    private final Map<String, Hostile> files = new LinkedHashMap<>();

    static Map<String, Hostile> all() throws IOException {
        var all = new HostileFiles();
        all.pixels();
        all.scans();
        all.metadata();
        all.headers();
        all.types();
        return all.files;
    }

    private void pixels() throws IOException {
        add("jpeg-65500x65500", "TOO_MANY_PIXELS", HandmadeJpeg.headerOnly(0xc0, 65500, 65500));
        add("jpeg-flat-9000x9000", "TOO_MANY_PIXELS", HandmadeJpeg.baseline(9000, 9000, 3));
        add("jpeg-flat-8640x6480", READ, HandmadeJpeg.baseline(8640, 6480, 3));
        add("jpeg-cmyk-4000x3000", READ, HandmadeJpeg.baseline(4000, 3000, 4));
        add("jpeg-cmyk-8000x6000", READ, HandmadeJpeg.baseline(8000, 6000, 4));
        add("jpeg-phone-8640x6480", READ, phonePicture(8640, 6480));
        add(
                "jpeg-phone-4000x3000-p3",
                READ,
                Uploads.withSegment(phonePicture(4000, 3000), 0xe2, Uploads.icc(ColourTest.displayP3())));
        add("png-60000x60000", "TOO_MANY_PIXELS", png(60000, 60000, 8, 2, 0, 0));
        add("png-rgba16-7000x7000", "TOO_MANY_PIXELS", png(7000, 7000, 16, 6, 0, 1000));
        add("png-rgba16-2000x2000", READ, png(2000, 2000, 16, 6, 0, Long.MAX_VALUE));
        add("png-rgba16-3500x3500", "TOO_MANY_PIXELS", png(3500, 3500, 16, 6, 0, Long.MAX_VALUE));
        add("png-rgb-5000x5000", READ, png(5000, 5000, 8, 2, 0, Long.MAX_VALUE));
        add("png-interlaced-4300x4300", READ, png(4300, 4300, 8, 6, 1, Long.MAX_VALUE));
        add("png-bits-8000x8000", READ, png(8000, 8000, 1, 0, 0, Long.MAX_VALUE));
        add("png-narrow-600000x100", READ, png(600_000, 100, 1, 0, 0, Long.MAX_VALUE));
        add("webp-lossless-16000x16000", "TOO_MANY_PIXELS", Uploads.webp(16000, 16000, 0, 200, 0));
        add("webp-lossless-3000x2000", READ, Uploads.webp(3000, 2000, 0, 200));
        add(
                "webp-canvas-16000x16000",
                "CORRUPT",
                Uploads.webpWith(Uploads.webp(200, 200, 0, 200), 16000, 16000, Uploads.tiff(1), new byte[0]));
    }

    private void scans() {
        add("jpeg-progressive-4000x3000", READ, HandmadeJpeg.progressive(4000, 3000, 10));
        add("jpeg-8000x6000-100-scans", "TOO_MANY_PIXELS", HandmadeJpeg.progressive(8000, 6000, 100));
        add("jpeg-1000x1000-5000-scans", "CORRUPT", HandmadeJpeg.progressive(1000, 1000, 5000));
        add("jpeg-1000x1000-130-scans", READ, HandmadeJpeg.progressive(1000, 1000, 130));
    }

    private void metadata() throws IOException {
        byte[] jpeg = Uploads.jpeg(Uploads.picture(160, 120));
        byte[] png = Uploads.file(Uploads.picture(160, 120), "png");
        byte[] zeros = Uploads.deflated(new byte[400_000_000]);
        add("jpeg-exif-ring", READ, Uploads.withSegment(jpeg, 0xe1, Uploads.join(Uploads.text("Exif\0\0"), ring())));
        add("jpeg-million-comments", READ, repeated(jpeg, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 2}, 3_000_000));
        add("jpeg-many-tables", "CORRUPT", repeated(jpeg, new byte[] {(byte) 0xff, (byte) 0xdd, 0, 4, 0, 0}, 500_000));
        add("jpeg-many-profiles", READ, repeated(jpeg, profileSegment(), 200));
        add("jpeg-xml-bomb", READ, Uploads.withSegment(jpeg, 0xe1, Uploads.text(xmlBomb())));
        add("png-text-bomb", READ, Uploads.withChunk(png, "zTXt", Uploads.join(Uploads.text("x\0\0"), zeros)));
        add("png-profile-bomb", READ, Uploads.withChunk(png, "iCCP", Uploads.join(Uploads.text("x\0\0"), zeros)));
        add("png-exif-14mb", READ, Uploads.withChunk(png, "eXIf", Arrays.copyOf(Uploads.tiff(1), 14_000_000)));
        add("png-million-chunks", READ, pngWithManyChunks(png, 1_000_000));
    }

    private void headers() throws IOException {
        byte[] jpeg = Uploads.jpeg(Uploads.picture(160, 120));
        byte[] tall = jpeg.clone();
        ByteBuffer.wrap(tall).putShort(indexOf(tall, 0xff, 0xc0) + 5, (short) 12000);
        add("jpeg-claims-12000-rows", "CORRUPT", tall);
        add("jpeg-two-frames", "CORRUPT", Uploads.withSegment(jpeg, 0xc0, new byte[] {8, 0, 120, 0, -96, 1, 1, 0x11, 0
        }));
        add("jpeg-lossless", "CORRUPT", HandmadeJpeg.headerOnly(0xc3, 3000, 3000));
        add("jpeg-arithmetic", "CORRUPT", HandmadeJpeg.headerOnly(0xc9, 3000, 3000));
        add("jpeg-no-rows", "TOO_SMALL", HandmadeJpeg.headerOnly(0xc0, 3000, 0));
        add("jpeg-header-only", "CORRUPT", HandmadeJpeg.headerOnly(0xc0, 3000, 3000));
        add("jpeg-truncated", "CORRUPT", Arrays.copyOf(jpeg, jpeg.length / 2));
        add("jpeg-three-bytes", "CORRUPT", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
        add("jpeg-all-ff", "CORRUPT", filled(0xff, 0xd8));
        add("png-claims-5000-rows", "CORRUPT", png(5000, 5000, 8, 2, 0, 2000));
        add("png-unknown-depth", "CORRUPT", png(500, 500, 7, 2, 0, Long.MAX_VALUE));
        add("png-negative", "CORRUPT", png(-5, 500, 8, 2, 0, 10));
    }

    private void types() throws IOException {
        byte[] jpeg = Uploads.jpeg(Uploads.picture(160, 120));
        add("empty", "EMPTY", new byte[0]);
        add("jpeg-50mb", "TOO_LARGE", Arrays.copyOf(jpeg, 50 * 1024 * 1024));
        add("jpeg-and-zip", READ, Uploads.join(jpeg, Uploads.text("PK\3\4 and so on")));
        add(
                "jpeg-and-html",
                READ,
                Uploads.withSegment(jpeg, 0xfe, Uploads.text("<html><script>alert(1)</script></html>")));
        add("gif-and-script", "UNSUPPORTED_TYPE", Uploads.text("GIF89a/*\1\0\1\0*/=1;alert(1)//"));
        for (String other : new String[] {"gif", "bmp", "tiff"}) {
            add(other, "UNSUPPORTED_TYPE", Uploads.file(Uploads.picture(160, 120), other));
        }
        add("heic", "HEIC", Uploads.text("\0\0\0\30ftypheic\0\0\0\0mif1heic"));
        add("avif", "HEIC", Uploads.text("\0\0\0\34ftypavif\0\0\0\0avifmif1"));
        add("zip", "UNSUPPORTED_TYPE", Uploads.text("PK\3\4photo.jpg"));
        add("svg", "UNSUPPORTED_TYPE", Uploads.text("<svg onload='alert(1)'/>"));
    }

    private void add(String name, String outcome, byte[] content) {
        files.put(name, new Hostile(outcome, content));
    }

    /** Detail and grain as a phone's sensor gives them, repeated over the picture. */
    private static byte[] phonePicture(int width, int height) {
        int side = 512;
        var tile = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
        var random = new Random(1);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double wave = 128 + 60 * Math.sin(x / 9.0) * Math.cos(y / 13.0);
                int level = (int) Math.max(0, Math.min(255, wave + 8 * random.nextGaussian()));
                tile.setRGB(x, y, level << 16 | level * 3 / 4 << 8 | level / 2);
            }
        }
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = picture.createGraphics();
        for (int y = 0; y < height; y += side) {
            for (int x = 0; x < width; x += side) {
                g.drawImage(tile, x, y, null);
            }
        }
        g.dispose();
        return PhotoJpeg.encode(picture, 75);
    }

    /** Black, or as many bytes of it as asked for. */
    private static byte[] png(int width, int height, int depth, int colourType, int interlace, long most)
            throws IOException {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) colourType)
                .put((byte) 0)
                .put((byte) 0)
                .put((byte) interlace)
                .array();
        int samples = colourType == 6 ? 4 : colourType == 2 ? 3 : 1;
        long whole =
                Math.min(most, height * (1 + ((long) width * samples * depth + 7) / 8) * (interlace == 1 ? 9 : 8) / 8);
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED), 1 << 16)) {
            byte[] zeros = new byte[1 << 16];
            for (long left = whole; left > 0; left -= zeros.length) {
                deflater.write(zeros, 0, (int) Math.min(zeros.length, left));
            }
        }
        return Uploads.join(
                Uploads.text("\u0089PNG\r\n\u001a\n"),
                chunk("IHDR", header),
                chunk("IDAT", packed.toByteArray()),
                chunk("IEND", new byte[0]));
    }

    private static byte[] chunk(String type, byte[] body) {
        var sum = new CRC32();
        sum.update(Uploads.text(type));
        sum.update(body);
        return ByteBuffer.allocate(12 + body.length)
                .putInt(body.length)
                .put(Uploads.text(type))
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] pngWithManyChunks(byte[] png, int count) {
        byte[] small = chunk("prVt", new byte[0]);
        var out = new ByteArrayOutputStream(png.length + count * small.length);
        out.write(png, 0, 33);
        for (int i = 0; i < count; i++) {
            out.writeBytes(small);
        }
        out.write(png, 33, png.length - 33);
        return out.toByteArray();
    }

    private static byte[] repeated(byte[] jpeg, byte[] segment, int count) {
        var out = new ByteArrayOutputStream(jpeg.length + count * segment.length);
        out.write(jpeg, 0, 2);
        for (int i = 0; i < count; i++) {
            out.writeBytes(segment);
        }
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] profileSegment() {
        byte[] segment = new byte[2 + 65535];
        ByteBuffer.wrap(segment)
                .putShort((short) 0xffe2)
                .putShort((short) 65535)
                .put(Uploads.text("ICC_PROFILE\0\1\1"));
        return segment;
    }

    /** A directory that names itself as the next one, and claims more entries than the block has. */
    private static byte[] ring() {
        return ByteBuffer.allocate(60)
                .put(Uploads.text("MM\0*"))
                .putInt(8)
                .putShort((short) 0xffff)
                .putShort((short) 0x8769)
                .putShort((short) 4)
                .putInt(1)
                .putInt(8)
                .putInt(8)
                .array();
    }

    private static String xmlBomb() {
        var xml = new StringBuilder("http://ns.adobe.com/xap/1.0/\0<!DOCTYPE x [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 40; i++) {
            xml.append("<!ENTITY a%d '&a%d;&a%d;'>".formatted(i, i - 1, i - 1));
        }
        return xml.append("]><x>&a39;</x>").toString();
    }

    private static byte[] filled(int first, int second) {
        byte[] file = new byte[PictureDecoder.MAX_BYTES];
        Arrays.fill(file, (byte) 0xff);
        file[0] = (byte) first;
        file[1] = (byte) second;
        return file;
    }

    private static int indexOf(byte[] bytes, int first, int second) {
        for (int i = 0; ; i++) {
            if ((bytes[i] & 0xff) == first && (bytes[i + 1] & 0xff) == second) {
                return i;
            }
        }
    }
}
