package io.github.gradphoto.measure;

import jakarta.persistence.Embeddable;
import java.awt.Rectangle;

/**
 * The 3:4 frame that the student moves over the upright picture. Its height follows from its width.
 *
 * @param x     left edge, as a fraction of the picture's width
 * @param y     upper edge, as a fraction of the picture's height
 * @param width as a fraction of the picture's width, above 0 and at most 1
 */
@Embeddable
public record CropFrame(double x, double y, double width) {

    /** @throws IllegalArgumentException a number that is not finite, or a width outside (0, 1] */
    public CropFrame {
        if (!Double.isFinite(x) || !Double.isFinite(y) || !(width > 0 && width <= 1)) {
            throw new IllegalArgumentException("no frame: x=" + x + " y=" + y + " width=" + width);
        }
    }

    /** The largest frame in the middle of a picture of {@code w × h} px. */
    public static CropFrame centred(int w, int h) {
        double width = Math.min(1, h * 0.75 / w);
        double height = width * w / 0.75 / h;
        return new CropFrame((1 - width) / 2, (1 - height) / 2, width);
    }

    /** Whether the frame lies within a picture of {@code w × h} px; half a px of rounding is forgiven. */
    public boolean isInside(int w, int h) {
        return x * w >= -0.5 && y * h >= -0.5 && (x + width) * w <= w + 0.5 && y * h + width * w / 0.75 <= h + 0.5;
    }

    /** The frame in px, shrunk and moved as needed to lie within a picture of {@code w × h} px. */
    public Rectangle on(int w, int h) {
        double wide = Math.min(width * w, h * 0.75);
        int pxWide = Math.max(1, (int) Math.round(wide));
        int pxHigh = Math.max(1, Math.min(h, (int) Math.round(wide / 0.75)));
        return new Rectangle(clamp(x * w, w - pxWide), clamp(y * h, h - pxHigh), pxWide, pxHigh);
    }

    private static int clamp(double from, int most) {
        return (int) Math.round(Math.max(0, Math.min(most, from)));
    }
}
