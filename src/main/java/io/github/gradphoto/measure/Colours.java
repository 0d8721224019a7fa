package io.github.gradphoto.measure;

import java.util.Arrays;

/** A bag of colours, asked for its middle one. */
final class Colours {

    private int[] rgb = new int[1024];
    private int count;

    void add(int colour) {
        if (count == rgb.length) {
            rgb = Arrays.copyOf(rgb, 2 * count);
        }
        rgb[count++] = colour;
    }

    int count() {
        return count;
    }

    /** Median of each channel, as RGB. */
    int median() {
        return median(16) << 16 | median(8) << 8 | median(0);
    }

    private int median(int shift) {
        int[] levels = new int[256];
        for (int i = 0; i < count; i++) {
            levels[rgb[i] >> shift & 0xff]++;
        }
        int seen = 0;
        for (int level = 0; ; level++) {
            seen += levels[level];
            if (2 * seen >= count) {
                return level;
            }
        }
    }
}
