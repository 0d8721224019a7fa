package io.github.gradphoto.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Walks the segments of a JPEG (ITU-T T.81, annex B) and keeps those that draw the picture. */
final class JpegContainer implements Container {

    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int DQT = 0xdb;
    private static final int SOS = 0xda;
    private static final int EOI = 0xd9;
    private static final int COM = 0xfe;

    private static final String PROFILE = "ICC_PROFILE\0";
    private static final String EXIF = "Exif\0\0";
    private static final int JFIF_LENGTH = 16;

    /** Sound files have a few dozen. */
    private static final int MAX_PARTS = 1000;
    /** Every scan of a progressive picture goes over all of its px: what a decoder does in about a second. */
    private static final long MAX_PIXELS_OF_ALL_SCANS = 130_000_000;
    /** What is decoded whole (75 MB). */
    private static final long WHOLE = 25_000_000;
    /** Inks are converted by their profile, px by px, and slowly. */
    private static final long WHOLE_INKS = 8_000_000;

    /** A segment from its length on, and for a scan the coded data behind it. */
    private record Part(int marker, int from, int to) {}

    private final byte[] in;
    private final List<Part> parts = new ArrayList<>();
    private int at = 2;
    private int profileBytes;
    private byte[] exif;
    private boolean jfif;

    /** @throws IndexOutOfBoundsException the end marker is missing */
    JpegContainer(byte[] jpeg) {
        in = jpeg;
        walk();
    }

    private void walk() {
        for (int marker = nextMarker(); marker != EOI; marker = nextMarker()) {
            boolean standsAlone = marker == 0x01 || marker >= 0xd0 && marker <= 0xd8;
            if (standsAlone) {
                continue;
            }
            int from = at;
            int length = u16(at);
            if (length < 2 || parts.size() == MAX_PARTS) {
                throw new PictureRefusedException(PictureFault.CORRUPT);
            }
            at += length;
            if (marker == SOS) {
                skipScan();
            }
            if (keeps(marker, from, length)) {
                parts.add(new Part(marker, from, at));
            }
        }
    }

    /** Skips to the next marker; any number of 0xff may stand before it (B.1.1.2), stray bytes too. */
    private int nextMarker() {
        while ((in[at] & 0xff) != 0xff || in[at + 1] == 0 || (in[at + 1] & 0xff) == 0xff) {
            at++;
        }
        at += 2;
        return in[at - 1] & 0xff;
    }

    /** Entropy-coded data runs up to a marker that is neither stuffing (ff 00) nor a restart (ff d0–d7). */
    private void skipScan() {
        while (true) {
            int next = in[at + 1] & 0xff;
            if ((in[at] & 0xff) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                return;
            }
            at++;
        }
    }

    /**
     * JFIF, the ICC profile, Adobe's transform flag and all coding segments stay; everything else goes, also what follows
     * the end marker: phones put a second, uncropped picture or a film there.
     */
    private boolean keeps(int marker, int from, int length) {
        if (marker == APP1 && exif == null && startsWith(EXIF, from, length)) {
            exif = Arrays.copyOfRange(in, from + 2 + EXIF.length(), from + length);
        }
        if (marker == APP0) {
            boolean first = !jfif && length >= JFIF_LENGTH && startsWith("JFIF\0", from, length);
            jfif |= first;
            return first;
        }
        if (marker == APP2) {
            boolean profile = startsWith(PROFILE, from, length);
            profileBytes += profile ? length : 0;
            return profile;
        }
        boolean otherApplication = marker > APP0 && marker <= 0xef && marker != APP14;
        return marker == APP14 ? startsWith("Adobe", from, length) : marker != COM && !otherApplication;
    }

    private boolean startsWith(String signature, int from, int length) {
        return length >= 2 + signature.length()
                && signature.equals(new String(in, from + 2, signature.length(), ISO_8859_1));
    }

    private int u16(int index) {
        return (in[index] & 0xff) << 8 | in[index + 1] & 0xff;
    }

    @Override
    public Outline outline() {
        Part frame = frame();
        int height = u16(frame.from + 3);
        int width = u16(frame.from + 5);
        long pixels = (long) width * height;
        long scans = parts.stream().filter(part -> part.marker == SOS).count();
        if (pixels > PictureDecoder.MAX_PIXELS || pixels * scans > MAX_PIXELS_OF_ALL_SCANS) {
            throw new PictureRefusedException(PictureFault.TOO_MANY_PIXELS);
        }
        return new Outline(width, height, pixels > (hasInks() ? WHOLE_INKS : WHOLE) ? 2 : 1);
    }

    /**
     * Exactly one start of a frame, and that baseline, extended or progressive (SOF0–2): no camera writes another, and the
     * decoders of the others were never meant for strangers' files.
     */
    private Part frame() {
        var frames = parts.stream().filter(part -> isFrame(part.marker)).toList();
        if (frames.size() != 1 || frames.get(0).marker > 0xc2 || frames.get(0).to - frames.get(0).from < 8) {
            throw new PictureRefusedException(PictureFault.CORRUPT);
        }
        return frames.get(0);
    }

    /** SOF0–15, among which DHT, JPG and DAC have their places. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** The quantisation table 0 in zigzag order, which is the luminance's; of no length where there is none. */
    int[] luminanceTable() {
        for (Part part : parts) {
            for (int table = part.from + 2; part.marker == DQT && table < part.to; ) {
                boolean wide = (in[table] & 0xf0) != 0;
                if ((in[table] & 0x0f) == 0) {
                    int[] steps = new int[64];
                    for (int i = 0; i < steps.length; i++) {
                        steps[i] = wide ? u16(table + 1 + 2 * i) : in[table + 1 + i] & 0xff;
                    }
                    return steps;
                }
                table += wide ? 129 : 65;
            }
        }
        return new int[0];
    }

    private boolean hasInks() {
        return in[frame().from + 7] == 4;
    }

    @Override
    public byte[] stripped() {
        return joined(profileBytes <= MAX_PROFILE_BYTES);
    }

    /** The decoder would convert by the profile px by px, which takes a second for a phone's picture. */
    @Override
    public byte[] drawing() {
        return joined(hasInks() && profileBytes <= MAX_PROFILE_BYTES);
    }

    private byte[] joined(boolean withProfile) {
        var out = new ByteArrayOutputStream(in.length);
        out.write(in, 0, 2);
        for (Part part : parts) {
            if (part.marker == APP2 && !withProfile) {
                continue;
            }
            out.write(0xff);
            out.write(part.marker);
            if (part.marker == APP0) {
                withoutThumbnail(part, out);
            } else {
                out.write(in, part.from, part.to - part.from);
            }
        }
        out.write(0xff);
        out.write(EOI);
        return out.toByteArray();
    }

    /** JFIF may carry a preview of what was cropped away since. */
    private void withoutThumbnail(Part jfifHeader, ByteArrayOutputStream out) {
        out.write(0);
        out.write(JFIF_LENGTH);
        out.write(in, jfifHeader.from + 2, JFIF_LENGTH - 4);
        out.write(0);
        out.write(0);
    }

    @Override
    public Optional<ICC_Profile> profile() {
        if (profileBytes == 0 || profileBytes > MAX_PROFILE_BYTES || hasInks()) {
            return Optional.empty();
        }
        var data = new ByteArrayOutputStream(profileBytes);
        parts.stream()
                .filter(part -> part.marker == APP2)
                .forEach(part -> data.write(
                        in, part.from + 4 + PROFILE.length(), Math.max(0, part.to - part.from - 4 - PROFILE.length())));
        return Container.profile(data.toByteArray());
    }

    @Override
    public Optional<byte[]> exif() {
        return Optional.ofNullable(exif);
    }
}
