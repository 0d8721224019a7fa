package io.github.gradphoto.demo;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.RoundRectangle2D;

/** Glasses and jewellery. */
final class WornPainter {

    private WornPainter() {}

    static Layer glasses(Looks looks, Portrait portrait) {
        Dice dice = new Dice(portrait.seed(), "glasses");
        Layer layer = new Layer();
        Color frame = dice.colour(new Color(36, 32, 34), new Color(92, 66, 50), new Color(120, 116, 118));
        double wide = looks.eyeX - 17;
        double high = dice.between(42, 52);
        double round = dice.between(30, 90);
        double y = looks.eyeY + 8;
        for (int side = -1; side <= 1; side += 2) {
            Shape lens =
                    new RoundRectangle2D.Double(side * looks.eyeX - wide, y - high, 2 * wide, 2 * high, round, round);
            layer.fill(lens, new Color(255, 255, 255, 12));
            if (portrait.has(Flaw.GLASSES_GLARE)) {
                Area glare = new Area(Curve.closed(
                        side * looks.eyeX + 6,
                        y - 70,
                        side * looks.eyeX + 70,
                        y - 60,
                        side * looks.eyeX + 10,
                        y + 70,
                        side * looks.eyeX - 58,
                        y + 60,
                        side * looks.eyeX + 6,
                        y - 70));
                glare.intersect(new Area(lens));
                layer.fill(glare, new Color(252, 253, 255, 225)).softAtop(9, glare, new Color(255, 255, 255, 255));
            }
            layer.line(lens, frame, dice.chance(0.5) ? 5 : 7);
            layer.line(new Curve(side * (looks.eyeX + wide), y - 14, side * (looks.half + 6), y - 20).path(), frame, 5);
        }
        layer.line(new Curve(-17, y - 8, 0, y - 17, 17, y - 8).path(), frame, 5);
        return layer;
    }

    static Layer earrings(Looks looks) {
        Layer layer = new Layer();
        for (int side = -1; side <= 1; side += 2) {
            double x = side * (looks.half + 2);
            double y = looks.noseY + 14;
            layer.fill(Curve.oval(x, y, 11, 11), new Color(226, 178, 70));
            layer.softAtop(2, Curve.oval(x - 4, y - 4, 4, 4), new Color(255, 250, 220));
            layer.line(Curve.oval(x, y + 34, 15, 20), new Color(214, 164, 58), 6);
        }
        return layer;
    }
}
