package io.github.gradphoto.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.image.BufferedImage;

/**
 * Draws the demo's people: head and shoulders, 960×1280 px, so that nothing in the demo shows a real person. The same
 * portrait is the same picture each time.
 */
public final class PortraitPainter {

    /** px by which the shoulders come up to the chin. */
    static final int LIFT = 62;

    /** @return {@link BufferedImage#TYPE_INT_RGB}, 960×1280 px */
    public BufferedImage paint(Portrait portrait) {
        Looks looks = new Looks(portrait);
        BufferedImage picture = new BufferedImage(Layer.WIDTH, Layer.HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setPaint(background(portrait));
        g.fillRect(0, 0, Layer.WIDTH, Layer.HEIGHT);
        double tilt = portrait.has(Flaw.TILTED) ? Math.toRadians(new Dice(portrait.seed(), "tilt").of(-13, 13)) : 0;
        paint(looks, portrait, g, tilt);
        g.dispose();
        Blur.gaussian(picture, portrait.has(Flaw.BLURRED) ? 7 : 0.8); // even a sharp lens is not a vector drawing
        Grain.onto(picture, portrait.seed());
        return picture;
    }

    private static void paint(Looks looks, Portrait portrait, Graphics2D g, double tilt) {
        double pivot = looks.chinY + 60;
        SkinPainter skin = new SkinPainter(looks);
        HairPainter hair = new HairPainter(looks, portrait);
        LongHairPainter longHair = new LongHairPainter(looks, portrait);
        longHair.back().onto(g, tilt, pivot);
        skin.neck().onto(g, 0, pivot);
        g.translate(0, -LIFT);
        new ClothesPainter(looks, portrait).paint().onto(g, 0, pivot);
        g.translate(0, LIFT);
        longHair.locks().onto(g, tilt, pivot);
        Layer ears = skin.ears();
        Layer face = skin.face();
        NoseMouthPainter features = new NoseMouthPainter(looks);
        features.age(face);
        features.nose(face);
        features.mouth(face, portrait.has(Flaw.MOUTH_OPEN));
        hair.shadeOn(face);
        if (portrait.has(Flaw.HALF_SHADOW)) {
            skin.halfShadow(face);
            skin.halfShadow(ears);
        }
        ears.onto(g, tilt, pivot);
        face.onto(g, tilt, pivot);
        for (int side = -1; side <= 1; side += 2) {
            new EyePainter(looks, portrait, side).layers().forEach(layer -> layer.onto(g, tilt, pivot));
        }
        BrowPainter.paint(looks, portrait).onto(g, tilt, pivot);
        hair.front().onto(g, tilt, pivot);
        if (looks.glasses) {
            WornPainter.glasses(looks, portrait).onto(g, tilt, pivot);
        }
        if (portrait.has(Flaw.EARRINGS)) {
            WornPainter.earrings(looks).onto(g, tilt, pivot);
        }
    }

    private static Paint background(Portrait portrait) {
        Color colour = portrait.background().colour;
        if (portrait.has(Flaw.GRADIENT_BACKGROUND)) {
            return new GradientPaint(
                    0, 0, Tint.times(colour, 0.98), Layer.WIDTH, Layer.HEIGHT, Tint.times(colour, 0.52));
        }
        return colour;
    }
}
