package io.github.gradphoto.demo;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Hair that falls beside and behind the neck; nothing where it is cut short. */
final class LongHairPainter {

    private final Looks looks;
    private final Portrait portrait;
    private final HairStyle style;
    private final double h;

    LongHairPainter(Looks looks, Portrait portrait) {
        this.looks = looks;
        this.portrait = portrait;
        style = HairStyle.of(portrait);
        h = looks.half;
    }

    /** What falls over the shoulders in front. */
    Layer locks() {
        Layer layer = new Layer();
        if (style != HairStyle.MIDDLE_LONG && style != HairStyle.LOOSE_WAVES) {
            return layer;
        }
        Dice dice = new Dice(portrait.seed(), "locks");
        boolean wavy = style == HairStyle.LOOSE_WAVES;
        double swing = wavy ? 22 : 5;
        for (int side = -1; side <= 1; side += 2) {
            double end = dice.between(1090, 1190);
            double x = side * h;
            Curve out = new Curve(
                    x * 0.99,
                    looks.eyeY + 40,
                    x * 1.10,
                    looks.noseY,
                    x * 1.20 + side * swing,
                    looks.chinY + 20,
                    x * 1.24 - side * swing,
                    960,
                    x * 1.16 + side * swing,
                    1050,
                    x * 0.90,
                    end);
            Curve in = new Curve(
                    x * 0.98,
                    looks.eyeY + 40,
                    x * 0.92,
                    looks.noseY,
                    x * 0.80,
                    looks.chinY + 20,
                    x * 0.70 - side * swing,
                    960,
                    x * 0.74 + side * swing,
                    1050,
                    x * 0.86,
                    end);
            layer.fill(out.to(in), looks.hair);
            for (int i = 0; i < 170; i++) {
                double t = dice.between(-0.05, 1.05);
                double[] xy = new double[12];
                for (int k = 0; k < 6; k++) {
                    Point2D a = in.at(k / 5.0);
                    Point2D b = out.at(k / 5.0);
                    xy[2 * k] = a.getX() + (b.getX() - a.getX()) * t + dice.bell(3);
                    xy[2 * k + 1] = a.getY() + (b.getY() - a.getY()) * t;
                }
                layer.lineAtop(new Curve(xy).path(), looks.strand(dice), dice.between(1.0, 3.0));
            }
            layer.softLineAtop(9, in.path(), new Color(0, 0, 0, 110), 14);
        }
        return layer;
    }

    /** What hangs behind head and neck; nothing for short hair. */
    Layer back() {
        Layer layer = new Layer();
        if (style.length == 0) {
            return layer;
        }
        double wide = h * (style == HairStyle.LOOSE_WAVES ? 1.30 : 1.16);
        double end = style.length;
        boolean bob = style == HairStyle.BOB;
        Path2D shape = new Curve(
                        -h * 0.6,
                        looks.skullTop + 60,
                        -h - style.side - 3,
                        looks.browY - 30,
                        -h - style.side - 4,
                        looks.eyeY + 30,
                        -wide,
                        looks.mouthY - 40,
                        -wide * (bob ? 1.0 : 1.03),
                        (looks.mouthY + end) / 2,
                        -wide * (bob ? 0.95 : 0.97),
                        end - 34,
                        -wide * 0.80,
                        end,
                        0,
                        end + 6)
                .to(new Curve(
                        h * 0.6,
                        looks.skullTop + 60,
                        h + style.side + 3,
                        looks.browY - 30,
                        h + style.side + 4,
                        looks.eyeY + 30,
                        wide,
                        looks.mouthY - 40,
                        wide * (bob ? 1.0 : 1.03),
                        (looks.mouthY + end) / 2,
                        wide * (bob ? 0.95 : 0.97),
                        end - 34,
                        wide * 0.80,
                        end,
                        0,
                        end + 6));
        layer.fill(shape, Tint.times(looks.hair, 0.72));
        Dice dice = new Dice(portrait.seed(), "back strands");
        for (int i = 0; i < 420; i++) {
            double x = dice.between(-1.12, 1.12);
            double wave = style == HairStyle.LOOSE_WAVES ? 12 : 3;
            layer.lineAtop(
                    new Curve(
                                    x * h,
                                    looks.browY - 60,
                                    x * wide + dice.bell(wave),
                                    looks.noseY,
                                    x * wide + dice.bell(wave),
                                    looks.chinY,
                                    x * wide * 0.92 + dice.bell(wave),
                                    end + 20)
                            .path(),
                    looks.strand(dice),
                    dice.between(1.0, 3.4));
        }
        layer.softAtop(24, Curve.oval(0, looks.chinY, h * 0.8, 220), new Color(0, 0, 0, 90));
        return layer;
    }
}
