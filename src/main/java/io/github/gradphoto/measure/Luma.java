package io.github.gradphoto.measure;

import java.awt.image.BufferedImage;

/** The brightness plane of a picture (ITU-R BT.601), 0 to 255. */
final class Luma {

    private final double[][] rows;

    private Luma(double[][] rows) {
        this.rows = rows;
    }

    static Luma of(BufferedImage picture) {
        double[][] rows = new double[picture.getHeight()][picture.getWidth()];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length; x++) {
                int rgb = picture.getRGB(x, y);
                rows[y][x] = 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
            }
        }
        return new Luma(rows);
    }

    double mean() {
        double sum = 0;
        for (double[] row : rows) {
            for (double value : row) {
                sum += value;
            }
        }
        return sum / rows.length / rows[0].length;
    }

    /** Variance of the four-neighbour Laplacian: how much fine detail there is. */
    double laplacianVariance() {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = 1; y < rows.length - 1; y++) {
            for (int x = 1; x < rows[y].length - 1; x++) {
                double value = rows[y - 1][x] + rows[y + 1][x] + rows[y][x - 1] + rows[y][x + 1] - 4 * rows[y][x];
                sum += value;
                squares += value * value;
                count++;
            }
        }
        double mean = sum / count;
        return squares / count - mean * mean;
    }
}
