package io.github.gradphoto.demo;

import java.awt.Color;
import java.awt.geom.Path2D;

/** The parts that all clothes share: cloth over the shoulders, an opening for the neck, a collar. */
final class Garment {

    final double neck; // half its width, px
    private final Looks looks;
    private final double shoulder;

    Garment(Looks looks, Portrait portrait) {
        this.looks = looks;
        neck = looks.half * (looks.female ? 0.47 : 0.57);
        Dice build = new Dice(portrait.seed(), "build");
        shoulder = (looks.female ? 372 : 424) + build.between(-14, 18);
    }

    /** Both outer edges, from {@code top} at the neck to below the picture. */
    private Path2D torso(double top) {
        double s = shoulder;
        double slope = looks.female ? 12 : 0;
        double start = top < 900 ? neck - 2 : neck + 18;
        return new Curve(
                        -start,
                        top,
                        -start,
                        934,
                        -neck - 74,
                        984,
                        -s * 0.72,
                        1026 + slope,
                        -s * 0.95,
                        1078 + slope,
                        -s - 26,
                        1170,
                        -s - 44,
                        1420)
                .to(new Curve(
                        start,
                        top,
                        start,
                        934,
                        neck + 74,
                        984,
                        s * 0.72,
                        1026 + slope,
                        s * 0.95,
                        1078 + slope,
                        s + 26,
                        1170,
                        s + 44,
                        1420));
    }

    Layer cloth(Color colour) {
        return cloth(colour, 930);
    }

    Layer cloth(Color colour, double top) {
        Path2D torso = torso(top);
        Layer layer = new Layer().fill(torso, colour);
        Color dark = Tint.alpha(Tint.times(colour, 0.5), 0.55);
        layer.softLineAtop(26, torso, dark, 40);
        layer.softAtop(
                30, Curve.oval(-shoulder * 0.52, 1096, 110, 46), Tint.alpha(Tint.mix(colour, Color.WHITE, 0.5), 0.34));
        layer.softAtop(
                30, Curve.oval(shoulder * 0.50, 1100, 100, 42), Tint.alpha(Tint.mix(colour, Color.WHITE, 0.5), 0.22));
        for (int side = -1; side <= 1; side += 2) {
            layer.softLineAtop(
                    15,
                    new Curve(side * shoulder * 0.80, 1350, side * shoulder * 0.74, 1210, side * shoulder * 0.82, 1120)
                            .path(),
                    Tint.alpha(Tint.times(colour, 0.45), 0.26),
                    12);
        }
        return layer;
    }

    /** The opening at the neck shows the skin behind. */
    void opening(Layer layer, Path2D opening) {
        layer.cut(opening);
        layer.softLineAtop(5, opening, Tint.alpha(Color.BLACK, 0.30), 7);
    }

    void collar(Layer layer, Color colour, double tip) {
        double n = neck;
        opening(layer, Curve.closed(-n - 30, 900, -n + 2, 985, 0, 1052, n - 2, 985, n + 30, 900, -n - 30, 900));
        for (int side = -1; side <= 1; side += 2) {
            Path2D wing = new Path2D.Double();
            wing.moveTo(side * (n - 4), 916);
            wing.curveTo(side * (n - 6), 974, side * (n - 34), 1010, 0, 1050);
            wing.lineTo(side * (n * 0.52), tip);
            wing.curveTo(side * (n * 0.9), 1050, side * (n + 48), 1010, side * (n + 44), 972);
            wing.curveTo(side * (n + 36), 944, side * (n + 16), 922, side * (n - 4), 916);
            wing.closePath();
            layer.fill(wing, colour);
            layer.softLineAtop(6, wing, Tint.alpha(Tint.times(colour, 0.45), 0.40), 7);
            layer.lineAtop(wing, Tint.alpha(Tint.times(colour, 0.5), 0.35), 1.6);
        }
    }
}
