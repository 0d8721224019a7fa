package io.github.gradphoto.measure.models;

import io.github.gradphoto.measure.DetectedFace;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds every face: one detector for near faces, one for small ones, and that one again in up to nine parts of the picture,
 * for those far behind.
 */
final class FaceFinder {

    /** Below this a detector is not sure enough to send a student back. */
    private static final double LEAST_SCORE = 0.6;
    /** Two boxes that share more than this part of the smaller one are the same face. */
    private static final double SAME = 0.4;

    private static final int NEAR_SIDE = 128;
    private static final int FAR_SIDE = 192;

    private final FaceDetector near = FaceDetector.shortRange();
    private final FaceDetector far = FaceDetector.fullRange();

    List<DetectedFace> detect(BufferedImage picture) {
        var small = Cut.reduced(picture, 4 * FAR_SIDE);
        double scale = picture.getWidth() / (double) small.getWidth();
        List<DetectedFace> faces = new ArrayList<>();
        for (var face : inSmall(small)) {
            faces.add(face.times(scale));
        }
        faces.sort(Comparator.comparingDouble((DetectedFace face) -> area(face.box()))
                .reversed());
        return faces;
    }

    private List<DetectedFace> inSmall(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        List<DetectedFace> found = near.detect(picture, Cut.letterbox(0, 0, width, height, NEAR_SIDE), LEAST_SCORE);
        found.addAll(far.detect(picture, Cut.letterbox(0, 0, width, height, FAR_SIDE), LEAST_SCORE));
        List<DetectedFace> inParts = new ArrayList<>();
        double part = Math.max(width, height) / 2.0;
        for (double y : starts(height, part)) {
            for (double x : starts(width, part)) {
                var cut = Cut.letterbox(x, y, Math.min(part, width), Math.min(part, height), FAR_SIDE);
                inParts.addAll(far.detect(picture, cut, LEAST_SCORE));
            }
        }
        var faces = distinct(found);
        for (var face : distinct(inParts)) {
            if (faces.stream().noneMatch(other -> isSame(face.box(), other.box()))) {
                faces.add(face);
            }
        }
        return faces;
    }

    /** Where parts begin that overlap by half, so that each face is whole in one of them. */
    private static double[] starts(double length, double part) {
        if (length <= part) {
            return new double[] {0};
        }
        return length <= 1.5 * part
                ? new double[] {0, length - part}
                : new double[] {0, (length - part) / 2, length - part};
    }

    private static List<DetectedFace> distinct(List<DetectedFace> found) {
        var best = new ArrayList<>(found);
        best.sort(Comparator.comparingDouble(DetectedFace::score).reversed());
        List<DetectedFace> faces = new ArrayList<>();
        for (var face : best) {
            if (faces.stream().noneMatch(other -> isSame(face.box(), other.box()))) {
                faces.add(face);
            }
        }
        return faces;
    }

    private static boolean isSame(Rectangle2D a, Rectangle2D b) {
        var both = a.createIntersection(b);
        return !both.isEmpty() && area(both) > SAME * Math.min(area(a), area(b));
    }

    private static double area(Rectangle2D box) {
        return box.getWidth() * box.getHeight();
    }
}
