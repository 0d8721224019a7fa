package io.github.gradphoto.measure;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Colour and evenness of the background (教毕指〔2017〕99号: plain, without gradient or shadow), outside the person's outline and
 * some px away from it. Looked at in blocks of 16 px, so that a sensor's noise and JPEG's ringing do not count. Colours in
 * levels of sRGB, distances in CIE76. Known errors: see {@link Measure}; a wall out of focus with soft light looks plain.
 */
final class BackgroundMeter implements Meter {

    private static final int BLOCK = 16;
    /** Where the model is sure that there is nobody. */
    private static final double NOBODY = 0.05;
    /** Less than this share of the picture tells nothing. */
    private static final double LEAST_SHARE = 0.04;
    /** How many of the blocks may be as they like: the outline is never exact. */
    private static final double COUNTED = 0.9;

    @Override
    public void read(Subject subject, Readings into) {
        subject.person().ifPresent(person -> read(subject, person, into));
    }

    private static void read(Subject subject, PersonMask person, Readings into) {
        var framed = subject.framed();
        var all = new Colours();
        List<Lab> blocks = new ArrayList<>();
        for (int y = 0; y + BLOCK <= framed.getHeight(); y += BLOCK) {
            for (int x = 0; x + BLOCK <= framed.getWidth(); x += BLOCK) {
                if (isFree(person, x, y)) {
                    int mean = mean(framed, x, y);
                    all.add(mean);
                    blocks.add(Lab.of(mean));
                }
            }
        }
        int most = framed.getWidth() / BLOCK * (framed.getHeight() / BLOCK);
        if (blocks.size() < LEAST_SHARE * most) {
            return;
        }
        int colour = all.median();
        var lab = Lab.of(colour);
        into.put(Measure.BACKGROUND_RED, colour >> 16 & 0xff);
        into.put(Measure.BACKGROUND_GREEN, colour >> 8 & 0xff);
        into.put(Measure.BACKGROUND_BLUE, colour & 0xff);
        subject.accepted().stream()
                .mapToDouble(accepted -> lab.distance(Lab.of(accepted.getRGB())))
                .min()
                .ifPresent(distance -> into.put(Measure.BACKGROUND_DISTANCE, distance));
        into.put(Measure.BACKGROUND_UNEVENNESS, unevenness(blocks, lab));
    }

    /** Nobody in the block, nor near it. */
    private static boolean isFree(PersonMask person, int x, int y) {
        for (int dy = -BLOCK / 2; dy <= BLOCK * 3 / 2; dy += BLOCK / 2) {
            for (int dx = -BLOCK / 2; dx <= BLOCK * 3 / 2; dx += BLOCK / 2) {
                if (person.at(x + dx, y + dy) > NOBODY) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int mean(BufferedImage picture, int left, int top) {
        int[] rgb = picture.getRGB(left, top, BLOCK, BLOCK, null, 0, BLOCK);
        int red = Arrays.stream(rgb).map(px -> px >> 16 & 0xff).sum();
        int green = Arrays.stream(rgb).map(px -> px >> 8 & 0xff).sum();
        int blue = Arrays.stream(rgb).map(px -> px & 0xff).sum();
        return red / rgb.length << 16 | green / rgb.length << 8 | blue / rgb.length;
    }

    private static double unevenness(List<Lab> blocks, Lab colour) {
        double[] distances =
                blocks.stream().mapToDouble(colour::distance).sorted().toArray();
        return distances[(int) (COUNTED * (distances.length - 1))];
    }
}
