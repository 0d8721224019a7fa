package io.github.gradphoto.demo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A Gaussian blur in place, for pictures of one int a px with premultiplied or no transparency. */
final class Blur {

    private Blur() {}

    static void gaussian(BufferedImage image, double sigma) {
        int[] px = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        float[] kernel = kernel(sigma);
        int w = image.getWidth();
        int h = image.getHeight();
        int[] turned = new int[px.length];
        pass(px, turned, w, h, kernel);
        pass(turned, px, h, w, kernel);
    }

    private static float[] kernel(double sigma) {
        int radius = (int) Math.ceil(2.6 * sigma);
        float[] kernel = new float[radius + 1];
        double sum = 0;
        for (int i = 0; i <= radius; i++) {
            kernel[i] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? kernel[i] : 2 * kernel[i];
        }
        for (int i = 0; i <= radius; i++) {
            kernel[i] /= (float) sum;
        }
        return kernel;
    }

    /** Filters rows and writes them as columns, so that two passes do both directions. */
    private static void pass(int[] from, int[] to, int w, int h, float[] kernel) {
        for (int y = 0; y < h; y++) {
            int row = y * w;
            for (int x = 0; x < w; x++) {
                float a = 0.5f;
                float r = 0.5f;
                float g = 0.5f;
                float b = 0.5f;
                for (int k = 1 - kernel.length; k < kernel.length; k++) {
                    int px = from[row + Math.max(0, Math.min(w - 1, x + k))];
                    if (px != 0) {
                        float weight = kernel[k < 0 ? -k : k];
                        a += weight * (px >>> 24);
                        r += weight * (px >> 16 & 0xff);
                        g += weight * (px >> 8 & 0xff);
                        b += weight * (px & 0xff);
                    }
                }
                to[x * h + y] = (int) a << 24 | (int) r << 16 | (int) g << 8 | (int) b;
            }
        }
    }
}
