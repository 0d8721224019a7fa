package io.github.gradphoto.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/** Walks the chunks of a PNG (W3C PNG, section 5) and copies those that draw the picture. */
final class PngContainer implements Container {

    private static final int HEADER = 8;
    private static final Set<String> DRAWING = Set.of("cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "tRNS", "pHYs");
    /** However small the file: what unpacks to more than this (75 MB) takes more than a second. */
    private static final long MAX_UNPACKED_BYTES = 75_000_000;
    /** What is decoded whole (50 MB). */
    private static final long WHOLE = 50_000_000;

    private final byte[] png;
    private final byte[] stripped;
    private byte[] exif;
    private byte[] profile;

    /** @throws IndexOutOfBoundsException the end chunk is missing */
    PngContainer(byte[] png) {
        this.png = png;
        stripped = copy();
    }

    /** The critical chunks stay and the ancillary ones that draw; text, time, EXIF, animation and private chunks go. */
    private byte[] copy() {
        var out = new ByteArrayOutputStream(png.length);
        out.write(png, 0, HEADER);
        for (int at = HEADER; ; at = end(at)) {
            String type = type(at);
            boolean critical = Character.isUpperCase(type.charAt(0));
            if (critical && !hasRightSum(at)) {
                throw new PictureRefusedException(PictureFault.CORRUPT);
            }
            if (critical || DRAWING.contains(type)) {
                out.write(png, at, end(at) - at);
            }
            if (type.equals("eXIf")) {
                exif = Arrays.copyOfRange(png, at + 8, end(at) - 4);
            }
            if (type.equals("iCCP")) {
                profile = Arrays.copyOfRange(png, at + 8, end(at) - 4);
            }
            if (type.equals("IEND")) {
                return out.toByteArray();
            }
        }
    }

    private String type(int at) {
        Objects.checkFromIndexSize(at, 12, png.length);
        return new String(png, at + 4, 4, ISO_8859_1);
    }

    private int end(int at) {
        int length = ByteBuffer.wrap(png).getInt(at);
        Objects.checkFromIndexSize(at + 12L, length, (long) png.length);
        return at + 12 + length;
    }

    private boolean hasRightSum(int at) {
        int end = end(at);
        CRC32 sum = new CRC32();
        sum.update(png, at + 4, end - 4 - (at + 4));
        return (int) sum.getValue() == ByteBuffer.wrap(png).getInt(end - 4);
    }

    @Override
    public Outline outline() {
        if (!type(HEADER).equals("IHDR") || end(HEADER) - HEADER != 12 + 13) {
            throw new PictureRefusedException(PictureFault.CORRUPT);
        }
        var header = ByteBuffer.wrap(png, HEADER + 8, 13);
        int width = header.getInt();
        int height = header.getInt();
        if (width <= 0 || height <= 0) {
            throw new PictureRefusedException(PictureFault.CORRUPT);
        }
        int depth = header.get();
        int samples = samples(header.get());
        long pixels = (long) width * height;
        long unpacked = pixels * samples * Math.max(8, depth) / 8;
        if (pixels > PictureDecoder.MAX_PIXELS || unpacked > MAX_UNPACKED_BYTES) {
            throw new PictureRefusedException(PictureFault.TOO_MANY_PIXELS);
        }
        return new Outline(width, height, unpacked > WHOLE ? 2 : 1);
    }

    /** By the colour type: grey or palette 1, grey with alpha 2, RGB 3, RGB with alpha 4. */
    private static int samples(int colourType) {
        return switch (colourType) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    @Override
    public byte[] stripped() {
        return stripped;
    }

    /** The JDK's reader ignores it. */
    @Override
    public Optional<ICC_Profile> profile() {
        if (profile == null) {
            return Optional.empty();
        }
        int data = 2; // behind the profile's name, its end and the method
        while (data < profile.length && profile[data - 2] != 0) {
            data++;
        }
        try (var in = new InflaterInputStream(new ByteArrayInputStream(profile, data, profile.length - data))) {
            return Container.profile(in.readNBytes(MAX_PROFILE_BYTES));
        } catch (IOException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<byte[]> exif() {
        return Optional.ofNullable(exif);
    }
}
