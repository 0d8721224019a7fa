package io.github.gradphoto.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.geom.Path2D;

/** Neck, ears and the modelling of the face by soft light from the front. */
final class SkinPainter {

    private final Looks looks;
    private final double h;

    SkinPainter(Looks looks) {
        this.looks = looks;
        h = looks.half;
    }

    Layer neck() {
        double w = h * (looks.female ? 0.47 : 0.57);
        double from = looks.noseY;
        Path2D neck = new Curve(
                        -w - 6, from, -w + 4, looks.chinY + 30, -w, 872, -w - 22, 925, -w - 150, 990, -w - 150, 1130)
                .to(new Curve(w + 6, from, w - 4, looks.chinY + 30, w, 872, w + 22, 925, w + 150, 990, w + 150, 1130));
        Color shade = Tint.shade(looks.skin, 0.30);
        Layer layer = new Layer().fill(neck, Tint.shade(looks.skin, 0.07));
        layer.softLineAtop(20, new Curve(-w, from, -w, 880, -w - 60, 940).path(), Tint.alpha(shade, 0.75), 34);
        layer.softLineAtop(20, new Curve(w, from, w, 880, w + 60, 940).path(), Tint.alpha(shade, 0.85), 40);
        layer.softAtop(15, Curve.oval(0, looks.chinY + 2, looks.jaw * h * 0.86, 46), Tint.alpha(shade, 0.85));
        layer.softLineAtop(6, new Curve(-26, 960, -w * 0.5, 890).path(), Tint.alpha(shade, 0.16), 9);
        layer.softLineAtop(6, new Curve(26, 960, w * 0.5, 890).path(), Tint.alpha(shade, 0.16), 9);
        layer.softAtop(8, Curve.oval(0, 968, 18, 8), Tint.alpha(shade, 0.30));
        return layer;
    }

    Layer ears() {
        Layer layer = new Layer();
        double top = looks.browY + 8;
        double bottom = looks.noseY - (looks.female ? 8 : 0);
        double h = this.h - (looks.female ? 7 : 2);
        for (int side = -1; side <= 1; side += 2) {
            layer.fill(
                    Curve.closed(
                            side * (h - 16),
                            top + 16,
                            side * (h + 8),
                            top - 4,
                            side * (h + 25),
                            top + 18,
                            side * (h + 24),
                            top + 62,
                            side * (h + 11),
                            bottom - 22,
                            side * (h - 4),
                            bottom + 4,
                            side * (h - 22),
                            bottom - 16,
                            side * (h - 16),
                            top + 16),
                    Tint.shade(looks.skin, 0.06));
        }
        for (int side = -1; side <= 1; side += 2) {
            Color shade = Tint.alpha(Tint.shade(looks.skin, 0.45), 0.55);
            layer.softLineAtop(
                    3.2,
                    new Curve(
                                    side * (h + 2),
                                    top + 14,
                                    side * (h + 15),
                                    top + 22,
                                    side * (h + 12),
                                    top + 66,
                                    side * (h + 3),
                                    bottom - 36)
                            .path(),
                    shade,
                    6);
            layer.softAtop(5, Curve.oval(side * (h - 2), (top + bottom) / 2, 10, 44), shade);
            layer.softAtop(
                    6,
                    Curve.oval(side * (h + 17), (top + bottom) / 2, 5, 34),
                    Tint.alpha(new Color(226, 120, 100), 0.22));
        }
        return layer;
    }

    Layer face() {
        Path2D face = FaceShape.of(looks);
        Color shade = Tint.shade(looks.skin, 0.30);
        Color deep = Tint.shade(looks.skin, 0.42);
        Color light = Tint.mix(looks.skin, Color.WHITE, 0.55);
        Layer layer = new Layer()
                .fill(
                        face,
                        new GradientPaint(
                                0,
                                (float) looks.skullTop,
                                Tint.mix(looks.skin, Color.WHITE, 0.06),
                                0,
                                (float) looks.chinY,
                                Tint.shade(looks.skin, 0.055)));
        layer.softLineAtop(24, face, Tint.alpha(shade, 0.62), 40);
        layer.softLineAtop(9, face, Tint.alpha(deep, 0.26), 9);
        for (int side = -1; side <= 1; side += 2) {
            double more = side > 0 ? 1.15 : 0.9; // the light comes a little from the viewer's left
            layer.softAtop(
                    24,
                    Curve.closed(
                            side * h,
                            looks.eyeY + 60,
                            side * h * 0.80,
                            looks.noseY + 6,
                            side * looks.jaw * h * 0.76,
                            looks.mouthY + 10,
                            side * looks.jaw * h,
                            looks.mouthY + 50,
                            side * h,
                            looks.eyeY + 60),
                    Tint.alpha(shade, 0.42 * more));
            layer.softAtop(
                    17,
                    Curve.oval(side * looks.eyeX * 0.97, looks.eyeY - 12, looks.eyeWidth * 0.60, 26),
                    Tint.alpha(shade, 0.30 * more));
            layer.softAtop(
                    24,
                    Curve.oval(side * 0.56 * h, looks.eyeY + 104, 50, 36),
                    Tint.alpha(new Color(228, 110, 98), looks.female ? 0.24 : 0.13));
            layer.softAtop(18, Curve.oval(side * 0.52 * h, looks.eyeY + 68, 48, 18), Tint.alpha(light, 0.42));
        }
        layer.softAtop(26, Curve.oval(-10, (looks.hairlineY + looks.browY) / 2 - 6, 104, 42), Tint.alpha(light, 0.46));
        layer.softAtop(13, Curve.oval(0, looks.chinY - 44, 32, 17), Tint.alpha(light, 0.36));
        layer.softAtop(10, Curve.oval(0, looks.mouthY + 44, 44, 9), Tint.alpha(shade, 0.46));
        layer.softAtop(16, Curve.oval(0, looks.chinY + 2, 110, 20), Tint.alpha(shade, 0.45));
        beardAndMole(layer);
        return layer;
    }

    /** 阴阳光: a lamp or a window from one side only. */
    void halfShadow(Layer face) {
        face.softAtop(
                34,
                Curve.closed(
                        10,
                        looks.skullTop - 60,
                        14,
                        looks.eyeY,
                        26,
                        looks.noseY,
                        4,
                        looks.chinY + 60,
                        h * 2,
                        looks.chinY + 60,
                        h * 2,
                        looks.skullTop - 60,
                        10,
                        looks.skullTop - 60),
                new Color(38, 26, 24, 148));
    }

    private void beardAndMole(Layer layer) {
        if (looks.stubble > 0) {
            Color beard = Tint.alpha(new Color(70, 66, 70), 0.16 * looks.stubble);
            layer.softAtop(
                    20,
                    Curve.closed(
                            -looks.jaw * h,
                            looks.mouthY - 16,
                            -looks.jaw * h * 0.62,
                            looks.mouthY - 14,
                            0,
                            looks.mouthY + 48,
                            looks.jaw * h * 0.62,
                            looks.mouthY - 14,
                            looks.jaw * h,
                            looks.mouthY - 16,
                            looks.jaw * h * 0.5,
                            looks.chinY + 10,
                            -looks.jaw * h * 0.5,
                            looks.chinY + 10,
                            -looks.jaw * h,
                            looks.mouthY - 16),
                    beard);
            layer.softAtop(7, Curve.oval(0, looks.mouthY - 28, looks.mouthWidth * 0.9, 9), beard);
        }
        if (looks.mole != null) {
            layer.softAtop(1.4, Curve.oval(looks.mole[0], looks.mole[1], 3.6, 3.4), new Color(92, 58, 48, 215));
        }
    }
}
