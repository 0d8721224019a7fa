package io.github.gradphoto.picture;

import java.util.OptionalInt;

/** The quality factor of a JPEG, 1 to 100, as the usual encoder (IJG) counts it. */
public final class JpegQuality {

    /** ITU-T T.81, table K.1, in zigzag order. */
    private static final int[] LUMINANCE = {
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51,
        61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103, 62, 77,
        113, 121, 112, 100, 120, 92, 101, 103, 99
    };

    private JpegQuality() {}

    /**
     * The factor whose table is nearest to the file's own; the encoders of phones have tables of their own, which are near
     * one of them.
     *
     * @param file an upload of any kind
     * @return empty for what is no JPEG, or has no table
     */
    public static OptionalInt of(byte[] file) {
        try {
            if (PictureType.of(file) != PictureType.JPEG) {
                return OptionalInt.empty();
            }
            var table = new JpegContainer(file).luminanceTable();
            return table.length == 0 ? OptionalInt.empty() : OptionalInt.of(nearest(table));
        } catch (PictureRefusedException | IndexOutOfBoundsException noJpeg) {
            return OptionalInt.empty();
        }
    }

    private static int nearest(int[] table) {
        int nearest = 1;
        long least = Long.MAX_VALUE;
        for (int quality = 1; quality <= 100; quality++) {
            int scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
            long difference = 0;
            for (int i = 0; i < table.length; i++) {
                int step = Math.max(1, Math.min(255, (LUMINANCE[i] * scale + 50) / 100));
                difference += Math.abs(step - table[i]);
            }
            if (difference < least) {
                least = difference;
                nearest = quality;
            }
        }
        return nearest;
    }
}
