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

    /** The eye at the picture's left. */
    public Point2D leftEye() {
        return keys.get(0);
    }

    /** The eye at the picture's right. */
    public Point2D rightEye() {
        return keys.get(1);
    }
}
