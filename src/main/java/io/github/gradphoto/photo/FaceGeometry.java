package io.github.gradphoto.photo;

import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.measure.Measurements;
import io.github.gradphoto.photo.CheckReason.Place;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the parts of the face lie in the 480×640 picture; what was not measured by itself follows from the usual
 * proportions, which is near enough to point at it.
 */
record FaceGeometry(
        double left, double right, double hairTop, double eyes, double mouth, double chin, double roll, double yaw) {

    static final double WIDTH = 480;
    static final double HEIGHT = 640;
    private static final double EDGE = 10;

    static Optional<FaceGeometry> of(Measurements measured) {
        var left = measured.get(Measure.FACE_LEFT);
        var right = measured.get(Measure.FACE_RIGHT);
        var eyes = measured.get(Measure.EYE_LINE);
        if (left.isEmpty() || right.isEmpty() || eyes.isEmpty()) {
            return Optional.empty();
        }
        double width = right.getAsDouble() - left.getAsDouble();
        double eyeLine = eyes.getAsDouble();
        return Optional.of(new FaceGeometry(
                left.getAsDouble(),
                right.getAsDouble(),
                measured.get(Measure.HAIR_TOP).orElse(eyeLine - 0.8 * width),
                eyeLine,
                measured.get(Measure.MOUTH_LINE).orElse(eyeLine + 0.5 * width),
                measured.get(Measure.CHIN).orElse(eyeLine + 0.8 * width),
                measured.get(Measure.ROLL).orElse(0),
                measured.get(Measure.YAW).orElse(0)));
    }

    double middle() {
        return (left + right) / 2;
    }

    double width() {
        return right - left;
    }

    /** A path around the place, in the picture. */
    Shape around(Place place) {
        double w = width();
        double x = middle();
        return switch (place) {
            case HAIR_TOP -> new Shape("", WIDTH - 26, hairTop);
            case EYE_LINE -> new Shape("", WIDTH - 26, eyes);
            case FACE_WIDTH -> new Shape("", right, (eyes + mouth) / 2);
            case MIDDLE ->
                new Shape(line(WIDTH / 2, EDGE, WIDTH / 2, HEIGHT - EDGE) + line(x, hairTop, x, chin), x, hairTop);
            case BELOW -> new Shape(line(EDGE, HEIGHT - 6, WIDTH - EDGE, HEIGHT - 6), WIDTH / 2, HEIGHT - 26);
            case AXIS -> axis();
            case FACE -> ellipse(x, (hairTop + chin) / 2, w * 0.56, (chin - hairTop) * 0.54);
            case HALVES ->
                ellipse(x, (eyes - w * 0.3 + chin) / 2, w * 0.5, (chin - eyes + w * 0.3) * 0.5)
                        .and(line(x, eyes - w * 0.3, x, chin));
            case EYES ->
                ellipse(x - w * 0.23, eyes, w * 0.15, w * 0.1).and(ellipse(x + w * 0.23, eyes, w * 0.15, w * 0.1));
            case BROWS -> ellipse(x, eyes - w * 0.18, w * 0.44, w * 0.12);
            case MOUTH -> ellipse(x, mouth, w * 0.26, w * 0.14);
            case CLOTHES -> box(40, Math.min(chin + w * 0.4, HEIGHT - 60), WIDTH - 40, HEIGHT - EDGE);
            case SHOULDERS -> shoulders();
            case BACKGROUND ->
                box(EDGE, EDGE, Math.max(60, left - w * 0.25), eyes)
                        .and(box(Math.min(WIDTH - 60, right + w * 0.25), EDGE, WIDTH - EDGE, eyes));
            case WHOLE -> box(6, 6, WIDTH - 6, HEIGHT - 6);
            case NOWHERE -> new Shape("", 0, 0);
        };
    }

    /** The middle of the face as it is held, beside the upright it should have. */
    private Shape axis() {
        double half = (chin - hairTop) * 0.62;
        double y = (hairTop + chin) / 2;
        double lean = Math.toRadians(roll);
        double dx = Math.sin(lean) * half;
        double dy = Math.cos(lean) * half;
        return new Shape(
                line(middle(), y + half, middle(), y - half) + line(middle() - dx, y + dy, middle() + dx, y - dy),
                middle() + dx,
                y - dy);
    }

    private Shape shoulders() {
        double w = width();
        double y = Math.min(chin + w * 0.55, HEIGHT - 50);
        double aside = Math.min(w * 0.8, WIDTH / 2 - 50);
        return ellipse(middle() - aside, y, w * 0.22, w * 0.2).and(ellipse(middle() + aside, y, w * 0.22, w * 0.2));
    }

    /** @param x where its number stands */
    record Shape(String d, double x, double y) {

        Shape and(String more) {
            return new Shape(d + more, x, y);
        }

        /** The number stays where the other has it. */
        Shape and(Shape other) {
            return new Shape(d + other.d, other.x, other.y);
        }
    }

    static String line(double fromX, double fromY, double toX, double toY) {
        return path("M%.0f %.0fL%.0f %.0f", fromX, fromY, toX, toY);
    }

    static Shape ellipse(double x, double y, double rx, double ry) {
        return new Shape(
                path(
                        "M%.0f %.0fa%.0f %.0f 0 1 0 %.0f 0a%.0f %.0f 0 1 0 %.0f 0z",
                        x - rx, y, rx, ry, 2 * rx, rx, ry, -2 * rx),
                x + rx * 0.7,
                y - ry * 0.7);
    }

    static Shape box(double fromX, double fromY, double toX, double toY) {
        return new Shape(path("M%.0f %.0fH%.0fV%.0fH%.0fz", fromX, fromY, toX, toY, fromX), toX - 18, fromY + 18);
    }

    private static String path(String pattern, Object... numbers) {
        return String.format(Locale.ROOT, pattern, numbers);
    }
}
