package io.github.gradphoto.measure;

import java.util.Optional;

/**
 * Where the 3:4 frame may be over one picture, so that hair top, eyes, face width and middle are within the specification: a
 * width has an interval, and each width an interval of x and of y. Lengths are in px of the picture; {@code unit} is how
 * many of them become one px of the 480×640 picture.
 */
final class Framing {

    /** Kept free inside each limit, because the numbers are measured and not exact. In px of the 480×640 picture. */
    private static final double MARGIN = 3;

    private static final int STEPS = 240;

    private final Head head;
    private final double width;
    private final double height;
    private final double leastWidth;

    /** @param leastWidth px of the picture that are 480 px of the upload: a narrower frame would enlarge it */
    Framing(Head head, int width, int height, double leastWidth) {
        this.head = head;
        this.width = width;
        this.height = height;
        this.leastWidth = leastWidth;
    }

    /** Nearest to the middle of every limit; where the picture leaves no room for that, the one that breaks them least. */
    CropFrame proposal() {
        double best = Double.MAX_VALUE;
        double[] frame = null;
        double widest = Math.min(width, height * 0.75);
        double narrowest = Math.min(widest, head.faceWidth());
        for (int i = 0; i <= STEPS; i++) {
            double wide = narrowest + (widest - narrowest) * i / STEPS;
            double unit = wide / StandardPhotoMaker.WIDTH;
            double x = clamp(head.middle() - wide / 2, 0, width - wide);
            double lowest = height - wide / 0.75;
            double from = clamp(head.hairTop() - 140 * unit, 0, lowest);
            double to = clamp(head.hairTop() - 20 * unit, 0, lowest);
            for (int k = 0; k <= 60; k++) {
                double y = from + (to - from) * k / 60;
                double cost = cost(x, y, unit);
                if (cost < best) {
                    best = cost;
                    frame = new double[] {x, y, wide};
                }
            }
        }
        return frame(frame[0], frame[1], frame[2]);
    }

    private double cost(double x, double y, double unit) {
        double wanted = 0;
        double enlarged = Math.max(0, leastWidth / unit - StandardPhotoMaker.WIDTH);
        double broken = 0;
        double[][] places = {
            {(head.hairTop() - y) / unit, Specification.HAIR_FROM, Specification.HAIR_TO},
            {(head.eyeLine() - y) / unit, Specification.EYES_FROM, Specification.EYES_TO},
            {head.faceWidth() / unit, Specification.FACE_FROM, Specification.FACE_TO},
            {
                (head.middle() - x) / unit - StandardPhotoMaker.WIDTH / 2.0,
                -Specification.OFF_CENTRE,
                Specification.OFF_CENTRE
            }
        };
        for (double[] place : places) {
            double half = (place[2] - place[1]) / 2;
            wanted += Math.pow((place[0] - place[1] - half) / half, 2);
            broken += Math.max(0, place[1] + MARGIN - place[0]) + Math.max(0, place[0] - place[2] + MARGIN);
        }
        return wanted + 10 * enlarged + 1000 * broken;
    }

    /** Empty where no frame keeps the specification. */
    Optional<FrameLimits> limits() {
        double[] widths = widths();
        if (widths == null) {
            return Optional.empty();
        }
        double minX = Double.MAX_VALUE;
        double maxX = -Double.MAX_VALUE;
        double minY = Double.MAX_VALUE;
        double maxY = -Double.MAX_VALUE;
        for (double wide : widths) { // every limit is a straight line of the width, so the ends are enough
            double[] x = across(wide);
            double[] y = down(wide);
            minX = Math.min(minX, x[0]);
            maxX = Math.max(maxX, x[1]);
            minY = Math.min(minY, y[0]);
            maxY = Math.max(maxY, y[1]);
        }
        return Optional.of(new FrameLimits(
                minX / width, maxX / width, minY / height, maxY / height, widths[0] / width, widths[1] / width));
    }

    /** The nearest allowed frame; empty where none is. The same where the chosen one is allowed. */
    Optional<CropFrame> nearest(CropFrame chosen) {
        double[] widths = widths();
        if (widths == null) {
            return Optional.empty();
        }
        double wide = clamp(chosen.width() * width, widths[0], widths[1]);
        // the middle of the frame stays where the student put it, as far as it may
        double x = (chosen.x() + chosen.width() / 2) * width - wide / 2;
        double y = chosen.y() * height + (chosen.width() * width - wide) / 0.75 / 2;
        return Optional.of(
                frame(clamp(x, across(wide)[0], across(wide)[1]), clamp(y, down(wide)[0], down(wide)[1]), wide));
    }

    /** Narrowest and widest allowed frame, or null. What is allowed is convex, so the widths are an interval. */
    private double[] widths() {
        double from = Math.max(leastWidth, unitOf(Specification.FACE_TO - MARGIN) * StandardPhotoMaker.WIDTH);
        double to = Math.min(
                Math.min(width, height * 0.75), unitOf(Specification.FACE_FROM + MARGIN) * StandardPhotoMaker.WIDTH);
        double first = Double.NaN;
        double last = Double.NaN;
        for (int i = 0; i <= STEPS; i++) {
            double wide = from + (to - from) * i / STEPS;
            double[] x = across(wide);
            double[] y = down(wide);
            if (to >= from && x[0] <= x[1] && y[0] <= y[1]) {
                first = Double.isNaN(first) ? wide : first;
                last = wide;
            }
        }
        return Double.isNaN(first) ? null : new double[] {first, last};
    }

    private double unitOf(double facePx) {
        return head.faceWidth() / facePx;
    }

    private double[] across(double wide) {
        double unit = wide / StandardPhotoMaker.WIDTH;
        double off = Specification.OFF_CENTRE * unit;
        return new double[] {
            Math.max(0, head.middle() - wide / 2 - off), Math.min(width - wide, head.middle() - wide / 2 + off)
        };
    }

    private double[] down(double wide) {
        double unit = wide / StandardPhotoMaker.WIDTH;
        double lowest = Math.max(
                head.hairTop() - (Specification.HAIR_TO - MARGIN) * unit,
                head.eyeLine() - (Specification.EYES_TO - MARGIN) * unit);
        double highest = Math.min(
                head.hairTop() - (Specification.HAIR_FROM + MARGIN) * unit,
                head.eyeLine() - (Specification.EYES_FROM + MARGIN) * unit);
        return new double[] {Math.max(0, lowest), Math.min(height - wide / 0.75, highest)};
    }

    private CropFrame frame(double x, double y, double wide) {
        return new CropFrame(x / width, y / height, Math.min(1, wide / width));
    }

    private static double clamp(double value, double from, double to) {
        return Math.max(from, Math.min(to, value));
    }
}
