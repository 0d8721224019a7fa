package io.github.gradphoto.demo;

import java.awt.Color;
import java.awt.geom.Point2D;

/** Hair on the head: strands between the line where it leaves the face and the line where it ends. */
final class HairPainter {

    private final Looks looks;
    private final Portrait portrait;
    private final HairStyle style;
    private final Curve outer;
    private final Curve inner;

    HairPainter(Looks looks, Portrait portrait) {
        this.looks = looks;
        this.portrait = portrait;
        style = HairStyle.of(portrait);
        HairOutline outline = new HairOutline(looks, portrait, style);
        outer = outline.outer;
        inner = outline.inner;
    }

    Layer front() {
        Layer layer = new Layer().fill(outer.to(inner), looks.hair);
        Dice dice = new Dice(portrait.seed(), "strands");
        double root = 0.5 + style.part * 0.34;
        boolean up = style == HairStyle.SWEPT_UP || style == HairStyle.COMBED_BACK || style == HairStyle.CREW_CUT;
        for (int i = 0; i < 900; i++) {
            double u = dice.between(0, 1);
            Point2D from = inner.at(u + dice.between(-0.01, 0.01));
            double gather = up ? 0.08 : 0.52;
            Point2D to = outer.at(u + (root - u) * gather + dice.bell(0.015));
            double reach = dice.between(0.5, 1.02);
            double bulge = up ? 0 : (u - root) * 60;
            layer.lineAtop(
                    new Curve(
                                    from.getX(),
                                    from.getY(),
                                    (from.getX() + to.getX()) / 2 + bulge,
                                    (from.getY() + to.getY()) / 2 - 14,
                                    from.getX() + (to.getX() - from.getX()) * reach,
                                    from.getY() + (to.getY() - from.getY()) * reach)
                            .path(),
                    looks.strand(dice),
                    dice.between(1.0, 3.2));
        }
        sheen(layer);
        if (style.isParted() && !portrait.has(Flaw.FRINGE_OVER_BROWS)) {
            Point2D from = inner.at(root);
            Point2D to = outer.at(0.5 + style.part * 0.20);
            layer.softLineAtop(
                    2.5,
                    new Curve(
                                    from.getX(),
                                    from.getY() + 4,
                                    from.getX() + (to.getX() - from.getX()) * 0.8,
                                    from.getY() + (to.getY() - from.getY()) * 0.8)
                            .path(),
                    Tint.alpha(Tint.shade(looks.skin, 0.2), 0.55),
                    4);
        }
        flyaways(layer, dice);
        layer.softLineAtop(5, inner.path(), Tint.alpha(Color.BLACK, 0.25), 8);
        return layer;
    }

    /** Without them the outline looks cut out with scissors. */
    private void flyaways(Layer layer, Dice dice) {
        for (int i = 0; i < 70; i++) {
            double u = dice.between(0.06, 0.94);
            double away = dice.between(0.015, 0.05) * (u < 0.5 ? -1 : 1);
            Point2D from = outer.at(u);
            Point2D over = outer.at(u + away / 2);
            Point2D to = outer.at(u + away);
            double out = 1 + dice.between(-0.004, 0.006 + style.rough / 900);
            layer.line(
                    new Curve(
                                    from.getX() * 0.99,
                                    from.getY() + 3,
                                    over.getX() * out,
                                    looks.browY + (over.getY() - looks.browY) * out,
                                    to.getX(),
                                    to.getY())
                            .path(),
                    Tint.alpha(looks.hair, dice.between(0.25, 0.6)),
                    dice.between(0.8, 1.6));
        }
    }

    /** Hair throws a soft shade on the forehead. */
    void shadeOn(Layer face) {
        face.softLineAtop(12, inner.path(), Tint.alpha(Tint.shade(looks.skin, 0.5), 0.55), 24);
    }

    private void sheen(Layer layer) {
        double[] xy = new double[18];
        for (int i = 0; i < 9; i++) {
            double u = 0.2 + 0.6 * i / 8;
            Point2D a = inner.at(u);
            Point2D b = outer.at(u);
            xy[2 * i] = a.getX() + (b.getX() - a.getX()) * 0.58;
            xy[2 * i + 1] = a.getY() + (b.getY() - a.getY()) * 0.58;
        }
        layer.softLineAtop(
                13, new Curve(xy).path(), new Color(190, 180, 180, style == HairStyle.CREW_CUT ? 26 : 52), 22);
    }
}
