package io.github.gradphoto.demo;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * A transparent sheet of the picture; x is 0 in the middle. What is painted "atop" stays within what is there already,
 * with soft edges, which a clip of Java2D does not have.
 */
final class Layer {

    static final int WIDTH = 960;
    static final int HEIGHT = 1280;
    private static final int SPARE = 80; // below the picture, for what is moved up

    final BufferedImage image = new BufferedImage(WIDTH, HEIGHT + SPARE, BufferedImage.TYPE_INT_ARGB_PRE);
    private final Graphics2D g = graphics(image);

    Layer() {
        g.translate(WIDTH / 2.0, 0);
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return g;
    }

    Layer fill(Shape shape, Paint paint) {
        g.setComposite(AlphaComposite.SrcOver);
        g.setPaint(paint);
        g.fill(shape);
        return this;
    }

    Layer line(Shape shape, Color colour, double width) {
        return fill(stroke(shape, width), colour);
    }

    /** Cuts a hole. */
    Layer cut(Shape shape) {
        g.setComposite(AlphaComposite.DstOut);
        g.setPaint(Color.BLACK);
        g.fill(shape);
        return this;
    }

    Layer fillAtop(Shape shape, Paint paint) {
        g.setComposite(AlphaComposite.SrcAtop);
        g.setPaint(paint);
        g.fill(shape);
        return this;
    }

    Layer lineAtop(Shape shape, Color colour, double width) {
        return fillAtop(stroke(shape, width), colour);
    }

    /** Paints a shape blurred by sigma px, within what is there. */
    Layer softAtop(double sigma, Shape shape, Color colour) {
        int coarse = sigma >= 8 ? 4 : sigma >= 3 ? 2 : 1; // a blurred thing needs few px
        Rectangle bounds = shape.getBounds();
        bounds.grow((int) (3 * sigma) + 8, (int) (3 * sigma) + 8);
        bounds = bounds.intersection(new Rectangle(-WIDTH, -HEIGHT / 4, 2 * WIDTH, HEIGHT * 3 / 2));
        int w = bounds.width / coarse + 1;
        int h = bounds.height / coarse + 1;
        BufferedImage small = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D soft = graphics(small);
        soft.scale(1.0 / coarse, 1.0 / coarse);
        soft.translate(-bounds.x, -bounds.y);
        soft.setPaint(colour);
        soft.fill(shape);
        soft.dispose();
        Blur.gaussian(small, sigma / coarse);
        g.setComposite(AlphaComposite.SrcAtop);
        g.drawImage(small, bounds.x, bounds.y, w * coarse, h * coarse, null);
        return this;
    }

    /** A line blurred by sigma px, within what is there. */
    Layer softLineAtop(double sigma, Shape shape, Color colour, double width) {
        return softAtop(sigma, stroke(shape, width), colour);
    }

    private static Shape stroke(Shape line, double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(line);
    }

    /** Lays this sheet on a picture, turned about a point by an angle. */
    void onto(Graphics2D target, double radians, double aboutY) {
        target.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform turn = AffineTransform.getRotateInstance(radians, WIDTH / 2.0, aboutY);
        target.drawImage(image, turn, null);
    }
}
