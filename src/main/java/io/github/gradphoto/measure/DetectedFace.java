package io.github.gradphoto.measure;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A face as a detector sees it, in px of the picture.
 *
 * @param box   from the brows to the chin
 * @param score 0 to 1
 * @param keys  eye at the picture's left, eye at the right, nose tip, mouth, ear at the left, ear at the right
 */
public record DetectedFace(Rectangle2D box, double score, List<Point2D> keys) {

    /** The same face in a picture that is {@code scale} times as large. */
    public DetectedFace times(double scale) {
        return new DetectedFace(
                new Rectangle2D.Double(
                        box.getX() * scale, box.getY() * scale, box.getWidth() * scale, box.getHeight() * scale),
                score,
                keys.stream()
                        .<Point2D>map(key -> new Point2D.Double(key.getX() * scale, key.getY() * scale))
                        .toList());
    }

    /** The eye at the picture's left. */
    public Point2D leftEye() {
        return keys.get(0);
    }

    /** The eye at the picture's right. */
    public Point2D rightEye() {
        return keys.get(1);
    }
}
