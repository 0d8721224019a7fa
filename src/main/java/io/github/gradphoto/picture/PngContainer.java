package io.github.gradphoto.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/** Walks the chunks of a PNG (W3C PNG, section 5) and copies those that draw the picture. */
final class PngContainer {

    private static final int HEADER = 8;
    private static final int MAX_PROFILE_BYTES = 4 << 20;
    private static final Set<String> DRAWING = Set.of("cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "tRNS", "pHYs");

    private PngContainer() {}

    /**
     * Keeps the critical chunks and the ancillary ones that draw; text, time, EXIF, animation and private chunks go.
     *
     * @throws IndexOutOfBoundsException the end chunk is missing
     */
    static byte[] withoutMetadata(byte[] png) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length);
        out.write(png, 0, HEADER);
        for (int at = HEADER; ; at = end(png, at)) {
            String type = type(png, at);
            boolean critical = Character.isUpperCase(type.charAt(0));
            if (critical && !hasRightSum(png, at)) {
                throw new PictureRefusedException(PictureFault.CORRUPT);
            }
            if (critical || DRAWING.contains(type)) {
                out.write(png, at, end(png, at) - at);
            }
            if (type.equals("IEND")) {
                return out.toByteArray();
            }
        }
    }

    /** The embedded ICC profile, which the JDK's PNG reader ignores. */
    static Optional<ICC_Profile> profile(byte[] png) {
        for (int at = HEADER; ; at = end(png, at)) {
            String type = type(png, at);
            if (type.equals("IDAT") || type.equals("IEND")) {
                return Optional.empty();
            }
            if (type.equals("iCCP")) {
                return profile(png, at + 8, end(png, at) - 4);
            }
        }
    }

    private static Optional<ICC_Profile> profile(byte[] png, int from, int to) {
        int name = from;
        while (png[name] != 0) {
            name++;
        }
        int data = name + 2;
        try (var in = new InflaterInputStream(new ByteArrayInputStream(png, data, to - data))) {
            return Optional.of(ICC_Profile.getInstance(in.readNBytes(MAX_PROFILE_BYTES)));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty(); // as browsers do: a broken profile does not break the picture
        }
    }

    private static String type(byte[] png, int at) {
        Objects.checkFromIndexSize(at, 12, png.length);
        return new String(png, at + 4, 4, ISO_8859_1);
    }

    private static int end(byte[] png, int at) {
        int length = ByteBuffer.wrap(png).getInt(at);
        Objects.checkFromIndexSize(at + 12L, length, (long) png.length);
        return at + 12 + length;
    }

    private static boolean hasRightSum(byte[] png, int at) {
        int end = end(png, at);
        CRC32 sum = new CRC32();
        sum.update(png, at + 4, end - 4 - (at + 4));
        return (int) sum.getValue() == ByteBuffer.wrap(png).getInt(end - 4);
    }
}
