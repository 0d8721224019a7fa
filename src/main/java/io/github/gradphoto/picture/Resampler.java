package io.github.gradphoto.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * Separable cubic resampling (Catmull-Rom) whose kernel widens with the reduction, so that every px of the source counts:
 * no moiré from hair, no halo. Rows are filtered as they are needed; only a few of them are in memory.
 */
public final class Resampler {

    private Resampler() {}

    /** A {@link BufferedImage#TYPE_3BYTE_BGR} part of a picture at another size, in px. */
    public static BufferedImage resample(BufferedImage source, Rectangle part, int width, int height) {
        byte[] from = ((DataBufferByte) source.getRaster().getDataBuffer()).getData();
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] to = ((DataBufferByte) result.getRaster().getDataBuffer()).getData();
        Kernel across = new Kernel(part.width, width);
        Kernel down = new Kernel(part.height, height);
        float[][] ring = new float[down.taps + 1][3 * width];
        int filtered = 0;
        float[] sum = new float[3 * width];
        for (int y = 0; y < height; y++) {
            float[] weights = down.weights[y];
            int first = down.first[y];
            for (filtered = Math.max(filtered, first); filtered < first + weights.length; filtered++) {
                int row = 3 * ((part.y + filtered) * source.getWidth() + part.x);
                filter(from, row, across, ring[filtered % ring.length]);
            }
            Arrays.fill(sum, 0);
            for (int k = 0; k < weights.length; k++) {
                float[] row = ring[(first + k) % ring.length];
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weights[k] * row[i];
                }
            }
            for (int i = 0; i < sum.length; i++) {
                to[y * sum.length + i] = (byte) Math.max(0, Math.min(255, Math.round(sum[i])));
            }
        }
        return result;
    }

    private static void filter(byte[] from, int row, Kernel kernel, float[] to) {
        for (int x = 0; x < kernel.first.length; x++) {
            float b = 0;
            float g = 0;
            float r = 0;
            int at = row + 3 * kernel.first[x];
            for (float weight : kernel.weights[x]) {
                b += weight * (from[at++] & 0xff);
                g += weight * (from[at++] & 0xff);
                r += weight * (from[at++] & 0xff);
            }
            to[3 * x] = b;
            to[3 * x + 1] = g;
            to[3 * x + 2] = r;
        }
    }

    /** For each target px the first source px and the weights from there on; at an edge what lies outside is left out. */
    private static final class Kernel {
        final int[] first;
        final float[][] weights;
        int taps;

        Kernel(int source, int target) {
            first = new int[target];
            weights = new float[target][];
            double ratio = source / (double) target;
            double stretch = Math.max(1, ratio);
            for (int i = 0; i < target; i++) {
                double centre = (i + 0.5) * ratio;
                first[i] = Math.max(0, (int) Math.round(centre - 2 * stretch));
                int last = Math.min(source, Math.max(first[i] + 1, (int) Math.round(centre + 2 * stretch)));
                weights[i] = new float[last - first[i]];
                double total = 0;
                for (int k = 0; k < weights[i].length; k++) {
                    double weight = cubic((first[i] + k + 0.5 - centre) / stretch);
                    weights[i][k] = (float) weight;
                    total += weight;
                }
                for (int k = 0; k < weights[i].length; k++) {
                    weights[i][k] /= (float) total;
                }
                taps = Math.max(taps, weights[i].length);
            }
        }

        private static double cubic(double distance) {
            double t = Math.abs(distance);
            if (t < 1) {
                return (1.5 * t - 2.5) * t * t + 1;
            }
            return t < 2 ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
        }
    }
}
