package io.github.gradphoto.demo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.SplittableRandom;

/** The noise of a sensor; it also gives the JPEG the size that a photo has. */
final class Grain {

    private static final double STRENGTH = 2.6; // levels of 255

    private Grain() {}

    static void onto(BufferedImage picture, long seed) {
        int[] px = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < px.length; i++) {
            long bits = random.nextLong();
            double sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
            int noise = (int) Math.round((sum / 65536 - 2) * 1.73 * STRENGTH);
            px[i] = level((px[i] >> 16 & 0xff) + noise) << 16
                    | level((px[i] >> 8 & 0xff) + noise) << 8
                    | level((px[i] & 0xff) + noise);
        }
    }

    private static int level(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
