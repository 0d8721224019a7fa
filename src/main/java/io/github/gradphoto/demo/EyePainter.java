package io.github.gradphoto.demo;

import java.awt.Color;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

/** One eye with its lids and its brow, drawn as the right one on the picture and mirrored for the left. */
final class EyePainter {

    private final Looks looks;
    private final Portrait portrait;
    private final int side;
    private final Curve upper;
    private final Curve lower;

    EyePainter(Looks looks, Portrait portrait, int side) {
        this.looks = looks;
        this.portrait = portrait;
        this.side = side;
        double inner = looks.eyeX - looks.eyeWidth / 2;
        double outer = looks.eyeX + looks.eyeWidth / 2;
        double w = looks.eyeWidth;
        double h = portrait.has(Flaw.EYES_CLOSED) ? -0.34 * looks.eyeHeight : looks.eyeHeight;
        double y = looks.eyeY;
        upper = new Curve(
                side * inner,
                y + 6,
                side * (inner + 0.20 * w),
                y - 0.36 * h,
                side * (inner + 0.50 * w),
                y - 0.60 * h,
                side * (inner + 0.80 * w),
                y - 0.42 * h - 0.5 * looks.eyeSlant,
                side * outer,
                y + 1 - looks.eyeSlant);
        lower = new Curve(
                side * inner,
                y + 6,
                side * (inner + 0.28 * w),
                y + 0.30 * Math.abs(h) + 1,
                side * (inner + 0.60 * w),
                y + 0.36 * Math.abs(h),
                side * (inner + 0.86 * w),
                y + 0.20 * Math.abs(h) - 0.5 * looks.eyeSlant,
                side * outer,
                y + 1 - looks.eyeSlant);
    }

    List<Layer> layers() {
        return portrait.has(Flaw.EYES_CLOSED) ? List.of(lids()) : List.of(ball(), lids());
    }

    private Layer ball() {
        double x = side * looks.eyeX - 1;
        double y = looks.eyeY - 0.10 * looks.eyeHeight;
        double r = looks.eyeWidth * 0.222;
        Color iris = new Dice(portrait.seed(), "iris")
                .colour(new Color(74, 46, 30), new Color(58, 38, 28), new Color(92, 58, 36));
        Layer layer = new Layer().fill(upper.to(lower), new Color(240, 236, 232));
        layer.softAtop(
                4,
                Curve.oval(side * (looks.eyeX - looks.eyeWidth * 0.47), looks.eyeY + 5, 8, 6),
                new Color(214, 140, 128, 150));
        layer.softLineAtop(4.5, upper.path(), new Color(70, 50, 46, 150), 11);
        layer.softLineAtop(3, lower.path(), new Color(150, 100, 90, 90), 5);
        layer.fillAtop(
                Curve.oval(x, y, r, r),
                new RadialGradientPaint(
                        (float) x, (float) (y + 4), (float) r, new float[] {0.30f, 0.78f, 1f}, new Color[] {
                            Tint.mix(iris, new Color(150, 100, 60), 0.25), iris, new Color(24, 17, 15)
                        }));
        layer.fillAtop(Curve.oval(x, y, r * 0.44, r * 0.44), new Color(12, 9, 9));
        layer.softLineAtop(3, upper.path(), new Color(20, 12, 10, 150), 9);
        layer.fillAtop(Curve.oval(x - r * 0.34, y - r * 0.30, r * 0.22, r * 0.24), new Color(255, 255, 255, 235));
        layer.softAtop(1.5, Curve.oval(x + r * 0.36, y + r * 0.42, r * 0.16, r * 0.13), new Color(255, 255, 255, 110));
        return layer;
    }

    private Layer lids() {
        Layer layer = new Layer();
        Color lash = new Color(34, 22, 20);
        Color fold = Tint.shade(looks.skin, 0.50);
        boolean closed = portrait.has(Flaw.EYES_CLOSED);
        if (looks.creased || closed) {
            double lift = closed ? -26 : -(8 + 0.12 * looks.eyeHeight);
            layer.line(moved(upper, lift), Tint.alpha(fold, closed ? 0.25 : 0.50), 2.4);
        } else {
            layer.line(moved(upper, -6), Tint.alpha(fold, 0.20), 5);
        }
        layer.line(lower.path(), Tint.alpha(fold, closed ? 0 : 0.42), 2.0);
        layer.line(moved(lower, 13), Tint.alpha(fold, 0.10 + 0.30 * looks.lines), 3.2);
        layer.fill(upper.to(lifted()), Tint.alpha(lash, looks.female ? 0.96 : 0.84));
        if (looks.lines > 0.3) {
            double x = looks.eyeX + looks.eyeWidth * 0.62;
            for (int k = -1; k <= 1; k++) {
                layer.line(
                        new Curve(side * x, looks.eyeY + 4 + 7 * k, side * (x + 28), looks.eyeY + 4 + 17 * k).path(),
                        Tint.alpha(fold, 0.42 * looks.lines),
                        2.2);
            }
        }
        return layer;
    }

    /** The lash line is thickest in the middle and runs out beyond the outer corner. */
    private Curve lifted() {
        double thick = (looks.female ? 6.4 : 4.4) + (portrait.has(Flaw.EYES_CLOSED) ? 2 : 0);
        double[] xy = new double[18];
        for (int i = 0; i < 9; i++) {
            var p = upper.at(i / 8.0);
            xy[2 * i] = p.getX() + (i == 8 ? side * (looks.female ? 7 : 2) : 0);
            xy[2 * i + 1] = p.getY()
                    - thick * Math.sin(Math.PI * Math.min(1, 0.12 + i / 8.6))
                    - (i == 8 && looks.female ? 5 : 0);
        }
        return new Curve(xy);
    }

    private static Path2D moved(Curve curve, double down) {
        Path2D path = curve.path();
        path.transform(AffineTransform.getTranslateInstance(0, down));
        return path;
    }
}
