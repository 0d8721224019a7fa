package io.github.gradphoto.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/** Walks the segments of a JPEG (ITU-T T.81, annex B) and copies those that draw the picture. */
final class JpegContainer {

    private static final int SOS = 0xda;
    private static final int EOI = 0xd9;
    private static final int COM = 0xfe;

    private final byte[] in;
    private final ByteArrayOutputStream out;
    private int at = 2;

    private JpegContainer(byte[] in) {
        this.in = in;
        this.out = new ByteArrayOutputStream(in.length);
    }

    /**
     * Keeps JFIF, the ICC profile, Adobe's transform flag and all coding segments; drops everything else, also what
     * follows the end marker: phones put a second, uncropped picture or a film there.
     *
     * @throws IndexOutOfBoundsException the end marker is missing
     */
    static byte[] withoutMetadata(byte[] jpeg) {
        return new JpegContainer(jpeg).copy();
    }

    private byte[] copy() {
        out.write(in, 0, 2);
        while (true) {
            int marker = nextMarker();
            if (marker == EOI) {
                out.write(0xff);
                out.write(EOI);
                return out.toByteArray();
            }
            boolean standsAlone = marker == 0x01 || marker >= 0xd0 && marker <= 0xd8;
            int length = standsAlone ? 0 : (in[at] & 0xff) << 8 | in[at + 1] & 0xff;
            if (!standsAlone && length < 2) {
                throw new PictureRefusedException(PictureFault.CORRUPT);
            }
            if (keeps(marker, length)) {
                out.write(0xff);
                out.write(marker);
                out.write(in, at, length);
            }
            at += length;
            if (marker == SOS) {
                copyScan();
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

    private boolean keeps(int marker, int length) {
        if (marker >= 0xe0 && marker <= 0xef) {
            return marker == 0xe0 && startsWith("JFIF\0", length)
                    || marker == 0xe2 && startsWith("ICC_PROFILE\0", length)
                    || marker == 0xee && startsWith("Adobe", length);
        }
        return marker != COM;
    }

    private boolean startsWith(String signature, int length) {
        return length >= 2 + signature.length()
                && signature.equals(new String(in, at + 2, signature.length(), ISO_8859_1));
    }

    /** Entropy-coded data runs up to a marker that is neither stuffing (ff 00) nor a restart (ff d0–d7). */
    private void copyScan() {
        int from = at;
        while (true) {
            int next = in[at + 1] & 0xff;
            if ((in[at] & 0xff) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                break;
            }
            at++;
        }
        out.write(in, from, at - from);
    }
}
