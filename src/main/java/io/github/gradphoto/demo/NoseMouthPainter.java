package io.github.gradphoto.demo;

import java.awt.Color;
import java.awt.GradientPaint;

/** Nose, mouth and the lines of age, painted atop the face. */
final class NoseMouthPainter {

    private final Looks looks;
    private final Color shade;
    private final Color deep;
    private final Color light;

    NoseMouthPainter(Looks looks) {
        this.looks = looks;
        shade = Tint.shade(looks.skin, 0.34);
        deep = Tint.shade(looks.skin, 0.60);
        light = Tint.mix(looks.skin, Color.WHITE, 0.62);
    }

    void nose(Layer face) {
        double w = looks.noseWidth;
        double y = looks.noseY;
        for (int side = -1; side <= 1; side += 2) {
            double more = side > 0 ? 1.2 : 0.75;
            face.softLineAtop(
                    8,
                    new Curve(
                                    side * 26,
                                    looks.browY + 18,
                                    side * 20,
                                    looks.eyeY + 6,
                                    side * 21,
                                    looks.eyeY + 50,
                                    side * (w * 0.62),
                                    y - 34)
                            .path(),
                    Tint.alpha(shade, 0.46 * more),
                    13);
            face.softLineAtop(
                    4,
                    new Curve(
                                    side * w * 0.80,
                                    y - 36,
                                    side * (w + 1),
                                    y - 20,
                                    side * (w - 1),
                                    y - 4,
                                    side * w * 0.72,
                                    y + 2)
                            .path(),
                    Tint.alpha(deep, 0.50 * more),
                    5.5);
            face.softAtop(3, Curve.oval(side * w * 0.46, y - 0.5, w * 0.22, 4.6), Tint.alpha(deep, 0.86));
        }
        face.softAtop(8, Curve.oval(3, y + 11, w * 0.95, 9), Tint.alpha(shade, 0.66));
        face.softLineAtop(3, new Curve(-w * 0.5, y + 1, 0, y + 8, w * 0.5, y + 1).path(), Tint.alpha(deep, 0.32), 3);
        face.softLineAtop(8, new Curve(-3, looks.eyeY - 20, -3, y - 50).path(), Tint.alpha(light, 0.58), 11);
        face.softAtop(8, Curve.oval(-3, y - 24, 15, 13), Tint.alpha(light, 0.62));
        face.softLineAtop(5, new Curve(0, y + 16, 0, looks.mouthY - 20).path(), Tint.alpha(shade, 0.26), 9);
    }

    void mouth(Layer face, boolean open) {
        double w = looks.mouthWidth;
        double y = looks.mouthY;
        double corner = y - looks.smile;
        double up = 15 * looks.lips;
        double down = 23 * looks.lips;
        double gap = open ? 40 : 0;
        Color upperLip = Tint.shade(looks.lipColour, 0.12);
        Curve line =
                new Curve(-w, corner, -w * 0.5, y + 1, -8, y + 1.5, 0, y + 2.2, 8, y + 1.5, w * 0.5, y + 1, w, corner);
        Curve top = new Curve(
                -w,
                corner,
                -w * 0.55,
                y - up * 0.66,
                -w * 0.19,
                y - up,
                0,
                y - up * 0.76,
                w * 0.19,
                y - up,
                w * 0.55,
                y - up * 0.66,
                w,
                corner);
        Curve jaw = new Curve(
                -w, corner, -w * 0.5, y + 2 + gap * 0.85, 0, y + 4 + gap, w * 0.5, y + 2 + gap * 0.85, w, corner);
        Curve bottom = new Curve(
                -w,
                corner,
                -w * 0.55,
                y + gap + down * 0.74,
                0,
                y + gap + down,
                w * 0.55,
                y + gap + down * 0.74,
                w,
                corner);
        face.softAtop(2.2, line.to(top), Tint.alpha(upperLip, 0.86));
        face.softAtop(2.2, jaw.to(bottom), Tint.alpha(looks.lipColour, 0.84));
        face.softAtop(
                5,
                Curve.oval(-4, y + gap + down * 0.52, w * 0.36, down * 0.15),
                Tint.alpha(Color.WHITE, looks.female ? 0.34 : 0.20));
        face.softLineAtop(
                5,
                new Curve(-w * 0.5, y + gap + down, 0, y + gap + down + 4, w * 0.5, y + gap + down).path(),
                Tint.alpha(shade, 0.5),
                6);
        if (open) {
            face.fillAtop(line.to(jaw), new Color(70, 24, 26));
            face.fillAtop(
                    line.to(new Curve(
                            -w * 0.94, corner + 2, -w * 0.5, y + 17, 0, y + 20, w * 0.5, y + 17, w * 0.94, corner + 2)),
                    new GradientPaint(
                            0, (float) y, new Color(206, 200, 192), 0, (float) y + 18, new Color(244, 240, 234)));
        } else {
            face.softLineAtop(1.6, line.path(), Tint.alpha(Tint.shade(looks.lipColour, 0.58), 0.92), 3.4);
        }
        for (int side = -1; side <= 1; side += 2) {
            face.softAtop(4, Curve.oval(side * (w + 2), corner, 7, 5), Tint.alpha(deep, 0.50));
        }
    }

    void age(Layer face) {
        double depth = looks.lines;
        for (int side = -1; side <= 1; side += 2) {
            face.softLineAtop(
                    5,
                    new Curve(
                                    side * (looks.noseWidth + 8),
                                    looks.noseY - 16,
                                    side * (looks.noseWidth + 30),
                                    looks.noseY + 24,
                                    side * (looks.mouthWidth + 18),
                                    looks.mouthY + 2)
                            .path(),
                    Tint.alpha(deep, 0.10 + 0.40 * depth),
                    4.5);
            face.softLineAtop(
                    7,
                    new Curve(
                                    side * (looks.eyeX - 34),
                                    looks.eyeY + 32,
                                    side * looks.eyeX,
                                    looks.eyeY + 42,
                                    side * (looks.eyeX + 36),
                                    looks.eyeY + 32)
                            .path(),
                    Tint.alpha(shade, 0.14 + 0.5 * depth),
                    8);
        }
        for (int k = 0; k < 3 && depth > 0.35; k++) {
            double y = looks.browY - 44 - 26 * k;
            face.softLineAtop(
                    4,
                    new Curve(-90 + 8 * k, y + 4, 0, y - 3, 86 - 6 * k, y + 5).path(),
                    Tint.alpha(deep, 0.30 * depth),
                    3.5);
        }
    }
}
