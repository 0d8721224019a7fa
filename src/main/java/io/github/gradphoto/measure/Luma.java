package io.github.gradphoto.measure;

import java.awt.Shape;
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

    /** Of one px, rounded. */
    static int of(int rgb) {
        return (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff) + 500) / 1000;
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

    /** Smoothed by a Gaussian of this σ, in px. */
    Luma smoothed(double sigma) {
        double[] kernel = new double[(int) Math.ceil(3 * sigma) + 1];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = Math.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? kernel[i] : 2 * kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return new Luma(filteredAndTurned(filteredAndTurned(rows, kernel), kernel));
    }

    /** Filters along the rows and writes them as columns, so that two passes do both directions. */
    private static double[][] filteredAndTurned(double[][] rows, double[] kernel) {
        int width = rows[0].length;
        double[][] turned = new double[width][rows.length];
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < width; x++) {
                double value = kernel[0] * rows[y][x];
                for (int i = 1; i < kernel.length; i++) {
                    value += kernel[i] * (rows[y][Math.max(0, x - i)] + rows[y][Math.min(width - 1, x + i)]);
                }
                turned[x][y] = value;
            }
        }
        return turned;
    }

    /**
     * Variance of the four-neighbour Laplacian inside a shape: how much detail there is.
     *
     * @param left where this plane begins in the px of the shape
     * @param top  where this plane begins in the px of the shape
     */
    double laplacianVariance(Shape shape, int left, int top) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = 1; y < rows.length - 1; y++) {
            for (int x = 1; x < rows[y].length - 1; x++) {
                if (shape.contains(left + x + 0.5, top + y + 0.5)) {
                    double value = rows[y - 1][x] + rows[y + 1][x] + rows[y][x - 1] + rows[y][x + 1] - 4 * rows[y][x];
                    sum += value;
                    squares += value * value;
                    count++;
                }
            }
        }
        double mean = sum / count;
        return squares / count - mean * mean;
    }
}
