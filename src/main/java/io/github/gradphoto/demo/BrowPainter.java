package io.github.gradphoto.demo;

import java.awt.Color;
import java.awt.geom.Point2D;

/** Brows, hair by hair. */
final class BrowPainter {

    private BrowPainter() {}

    static Layer paint(Looks looks, Portrait portrait) {
        Layer layer = new Layer();
        Dice shape = new Dice(portrait.seed(), "brow shape");
        double tail = shape.between(-4, 8);
        Color colour =
                Tint.mix(Tint.mix(looks.hair, new Color(64, 44, 36), 0.4), new Color(150, 145, 140), looks.grey * 0.5);
        for (int side = -1; side <= 1; side += 2) {
            double in = looks.eyeX - looks.eyeWidth * 0.54;
            double out = looks.eyeX + looks.eyeWidth * 0.70;
            double y = looks.browY;
            Curve low = new Curve(
                    side * in,
                    y + 8,
                    side * (in + 0.35 * (out - in)),
                    y + 3,
                    side * (in + 0.68 * (out - in)),
                    y - 0.5 * looks.browArch,
                    side * out,
                    y + 4 + tail);
            double thick = 15 * looks.browWeight;
            Curve high = new Curve(
                    side * (in + 2),
                    y + 8 - 0.85 * thick,
                    side * (in + 0.35 * (out - in)),
                    y + 2 - thick,
                    side * (in + 0.68 * (out - in)),
                    y - 0.5 * looks.browArch - 0.85 * thick,
                    side * out,
                    y + 2 + tail);
            layer.fill(low.to(high), Tint.alpha(colour, 0.34));
            Dice hairs = new Dice(portrait.seed() + side, "brow hairs");
            for (int i = 0; i < 150; i++) {
                double u = hairs.between(0, 0.97);
                Point2D from = low.at(u);
                Point2D to = high.at(Math.min(1, u + hairs.between(0.03, 0.16)));
                double reach = hairs.between(0.6, 1.06);
                layer.line(
                        new Curve(
                                        from.getX(),
                                        from.getY() + hairs.between(-1, 2),
                                        from.getX() + (to.getX() - from.getX()) * reach,
                                        from.getY() + (to.getY() - from.getY()) * reach)
                                .path(),
                        Tint.alpha(colour, hairs.between(0.14, 0.46)),
                        hairs.between(1.1, 2.3));
            }
        }
        return layer;
    }
}
