package io.github.gradphoto.measure;

import java.awt.Shape;

/**
 * Light on the face: its mean and how much of it is lost in black or white, inside the oval of the mesh, and how different
 * both cheeks are (阴阳光), in levels of luma (ITU-R BT.601) and shares. Known errors: a dark fringe or a beard counts as dark;
 * the farther cheek of a face that is turned lies in its own shadow.
 */
final class FaceLightMeter implements Meter {

    /** Levels below which, and above which, nothing is seen. */
    private static final int BLACK = 30;

    private static final int WHITE = 250;

    @Override
    public void read(Subject subject, Readings into) {
        subject.mesh().ifPresent(mesh -> read(new FaceParts(mesh, subject.framed()), into));
    }

    private static void read(FaceParts face, Readings into) {
        int[] levels = levels(face, face.oval());
        int count = sum(levels, 0, 255);
        if (count == 0) {
            return;
        }
        into.put(Measure.FACE_BRIGHTNESS, mean(levels));
        into.put(Measure.FACE_DARK_SHARE, sum(levels, 0, BLACK) / (double) count);
        into.put(Measure.FACE_BRIGHT_SHARE, sum(levels, WHITE, 255) / (double) count);
        double right = median(levels(face, face.rightCheek()));
        double left = median(levels(face, face.leftCheek()));
        into.put(Measure.LIGHT_ASYMMETRY, Math.abs(right - left) / Math.max(1, (right + left) / 2));
    }

    private static int[] levels(FaceParts face, Shape part) {
        int[] levels = new int[256];
        face.each(part, rgb -> levels[Luma.of(rgb)]++);
        return levels;
    }

    private static int sum(int[] levels, int from, int to) {
        int sum = 0;
        for (int level = from; level <= to; level++) {
            sum += levels[level];
        }
        return sum;
    }

    private static double mean(int[] levels) {
        double sum = 0;
        for (int level = 0; level < levels.length; level++) {
            sum += (double) level * levels[level];
        }
        return sum / sum(levels, 0, 255);
    }

    private static int median(int[] levels) {
        int half = sum(levels, 0, 255) / 2;
        int level = 0;
        for (int seen = levels[0]; seen < half; seen += levels[level]) {
            level++;
        }
        return level;
    }
}
