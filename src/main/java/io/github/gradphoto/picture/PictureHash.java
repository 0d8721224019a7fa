package io.github.gradphoto.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a picture looks like, roughly: for each of the lowest frequencies (DCT-II of the luma at 64×64 px) whether it is
 * stronger than the middle one. The same picture saved again, at another size, a little brighter or with its metadata
 * gone, has nearly the same hash; it says nothing about who is shown, and no face can be told from it.
 *
 * @param coarse the lowest 8×8 frequencies, 64 bits
 * @param fine   the lowest 16×16 frequencies, 256 bits
 */
public record PictureHash(long coarse, long[] fine) {

    private static final int SIDE = 64;
    private static final int COARSE = 8;
    private static final int FINE = 16;
    private static final double[][] WAVES = waves();

    /** @param part of the picture that is looked at, in px, inside the picture ({@link BufferedImage#TYPE_3BYTE_BGR}) */
    public static PictureHash of(BufferedImage picture, Rectangle part) {
        double[][] frequencies = frequencies(Resampler.resample(picture, part, SIDE, SIDE));
        return new PictureHash(bits(frequencies, COARSE)[0], bits(frequencies, FINE));
    }

    private static double[][] waves() {
        double[][] waves = new double[FINE][SIDE];
        for (int wave = 0; wave < FINE; wave++) {
            for (int x = 0; x < SIDE; x++) {
                waves[wave][x] = Math.cos(Math.PI * wave * (2 * x + 1) / (2 * SIDE));
            }
        }
        return waves;
    }

    private static double[][] frequencies(BufferedImage small) {
        double[][] across = new double[SIDE][FINE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int rgb = small.getRGB(x, y);
                double luma = 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
                for (int wave = 0; wave < FINE; wave++) {
                    across[y][wave] += luma * WAVES[wave][x];
                }
            }
        }
        double[][] frequencies = new double[FINE][FINE];
        for (int down = 0; down < FINE; down++) {
            for (int wave = 0; wave < FINE; wave++) {
                for (int y = 0; y < SIDE; y++) {
                    frequencies[down][wave] += across[y][wave] * WAVES[down][y];
                }
            }
        }
        return frequencies;
    }

    /** The mean brightness (0, 0) is left out of the middle, and its bit is 0. */
    private static long[] bits(double[][] frequencies, int side) {
        double[] sorted = new double[side * side - 1];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = frequencies[(i + 1) / side][(i + 1) % side];
        }
        Arrays.sort(sorted);
        double middle = sorted[sorted.length / 2];
        long[] bits = new long[side * side / 64];
        for (int i = 1; i < side * side; i++) {
            if (frequencies[i / side][i % side] > middle) {
                bits[i / 64] |= 1L << i % 64;
            }
        }
        return bits;
    }

    /** Differing bits of the 64. */
    public int coarseDistance(PictureHash other) {
        return Long.bitCount(coarse ^ other.coarse);
    }

    /** Differing bits of the 256. */
    public int fineDistance(PictureHash other) {
        int distance = 0;
        for (int i = 0; i < fine.length; i++) {
            distance += Long.bitCount(fine[i] ^ other.fine[i]);
        }
        return distance;
    }

    /** For one column of the database; {@link #fromText} reads it. */
    public String toText() {
        return Stream.concat(Stream.of(coarse), Arrays.stream(fine).boxed())
                .map(Long::toHexString)
                .collect(Collectors.joining(":"));
    }

    /** @throws IllegalArgumentException what {@link #toText} did not write */
    public static PictureHash fromText(String text) {
        long[] numbers = Arrays.stream(text.split(":"))
                .mapToLong(number -> Long.parseUnsignedLong(number, 16))
                .toArray();
        return new PictureHash(numbers[0], Arrays.copyOfRange(numbers, 1, numbers.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PictureHash that && coarse == that.coarse && Arrays.equals(fine, that.fine);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(coarse);
    }
}
