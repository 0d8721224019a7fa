package io.github.gradphoto.collectioncode;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/** A picture in grey, at the sizes in which readers want it; each is made once. */
final class GreyPicture {

    /** No code needs more, and readers would take seconds. */
    static final int MAX_SIDE = 2000;

    private final BufferedImage picture;
    private final double fit;
    private final Map<Double, BufferedImage> made = new HashMap<>();

    GreyPicture(BufferedImage picture) {
        this.picture = picture;
        this.fit = Math.min(1, MAX_SIDE / (double) Math.max(picture.getWidth(), picture.getHeight()));
    }

    boolean canBe(double scale) {
        return scale <= 1 || Math.max(picture.getWidth(), picture.getHeight()) * fit * scale <= MAX_SIDE;
    }

    /** @param scale 1 is the picture's own size, or {@value #MAX_SIDE} px where it is larger. */
    BufferedImage at(double scale) {
        return made.computeIfAbsent(scale, this::scaled);
    }

    /** Not larger than this side; a smaller picture as it is. */
    BufferedImage within(int side) {
        return at(Math.min(1, side / (fit * Math.max(picture.getWidth(), picture.getHeight()))));
    }

    /** Halved again and again before the last step, so that every px counts: fine stripes would else become coarse ones. */
    private BufferedImage scaled(double scale) {
        int width = side(picture.getWidth() * fit * scale);
        int height = side(picture.getHeight() * fit * scale);
        BufferedImage from = picture;
        while (from.getWidth() >= 2 * width && from.getHeight() >= 2 * height) {
            from = drawn(from, (from.getWidth() + 1) / 2, (from.getHeight() + 1) / 2);
        }
        return drawn(from, width, height);
    }

    private static int side(double length) {
        return Math.max(1, (int) Math.round(length));
    }

    private static BufferedImage drawn(BufferedImage from, int width, int height) {
        BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = grey.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(from, 0, 0, width, height, null);
        g.dispose();
        return grey;
    }
}
