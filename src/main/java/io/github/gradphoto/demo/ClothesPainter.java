package io.github.gradphoto.demo;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Shoulders and what is worn on them; white, dark, red or grey, because blue and green are forbidden. */
final class ClothesPainter {

    private final Looks looks;
    private final Portrait portrait;
    private final Dice dice;
    private final Garment garment;
    private final double neck;

    ClothesPainter(Looks looks, Portrait portrait) {
        this.looks = looks;
        this.portrait = portrait;
        dice = new Dice(portrait.seed() * 101 + portrait.age(), "clothes"); // other years, other clothes
        garment = new Garment(looks, portrait);
        neck = garment.neck;
    }

    Layer paint() {
        Color cloth = dice.colour(
                new Color(44, 42, 46),
                new Color(122, 32, 44),
                new Color(96, 94, 98),
                new Color(152, 58, 52),
                new Color(230, 228, 226),
                new Color(70, 58, 56),
                new Color(196, 186, 172));
        if (portrait.has(Flaw.STRAPS)) {
            return straps(cloth);
        }
        boolean blue = portrait.has(Flaw.BLUE_SHIRT);
        Color worn = blue ? new Color(46, 98, 178) : cloth;
        return switch (dice.below(5)) {
            case 0 ->
                suit(blue ? worn : dice.colour(new Color(38, 37, 41), new Color(58, 56, 60), new Color(66, 48, 46)));
            case 1 -> shirt(blue ? worn : new Color(236, 235, 235));
            case 2 -> round(worn);
            case 3 -> shirt(worn);
            default -> vNeck(worn);
        };
    }

    private Layer round(Color colour) {
        Layer layer = garment.cloth(colour);
        double low = 1052;
        Curve edge = new Curve(
                -neck - 6,
                926,
                -neck + 6,
                982,
                -neck * 0.55,
                low - 20,
                0,
                low,
                neck * 0.55,
                low - 20,
                neck - 6,
                982,
                neck + 6,
                926);
        garment.opening(layer, edge.closed());
        layer.lineAtop(edge.path(), Tint.times(colour, 0.90), 40);
        layer.softLineAtop(2, edge.path(), Tint.alpha(Tint.mix(colour, Color.WHITE, 0.4), 0.3), 5);
        return layer;
    }

    private Layer vNeck(Color colour) {
        Layer layer = garment.cloth(colour);
        Path2D v = new Curve(-neck - 30, 932, -neck * 0.70, 1030, 0, 1176, neck * 0.70, 1030, neck + 30, 932).path();
        layer.fillAtop(v, new Color(236, 235, 234));
        layer.softLineAtop(5, v, new Color(60, 55, 60, 100), 10);
        layer.lineAtop(v, Tint.times(colour, 0.86), 20);
        garment.collar(layer, new Color(240, 239, 238), 1090);
        return layer;
    }

    private Layer shirt(Color colour) {
        Layer layer = garment.cloth(colour);
        layer.softLineAtop(2, new Curve(2, 1040, 2, 1350).path(), Tint.alpha(Tint.times(colour, 0.5), 0.5), 3);
        layer.softLineAtop(4, new Curve(-22, 1060, -24, 1350).path(), Tint.alpha(Tint.times(colour, 0.5), 0.25), 4);
        for (int y = 1120; y < 1350; y += 84) {
            layer.fillAtop(Curve.oval(-9, y, 7, 7), Tint.mix(colour, Color.WHITE, 0.35));
            layer.lineAtop(Curve.oval(-9, y, 7, 7), Tint.alpha(Tint.times(colour, 0.45), 0.6), 1.6);
        }
        garment.collar(layer, Tint.mix(colour, Color.WHITE, 0.14), 1096);
        return layer;
    }

    private Layer suit(Color colour) {
        Layer layer = garment.cloth(colour);
        Path2D chest = Curve.closed(
                -neck - 30,
                930,
                -neck * 0.80,
                1040,
                -30,
                1370,
                30,
                1370,
                neck * 0.80,
                1040,
                neck + 30,
                930,
                -neck - 30,
                930);
        layer.fillAtop(chest, new Color(238, 237, 237));
        layer.softLineAtop(7, chest, new Color(40, 38, 44, 110), 12);
        for (int side = -1; side <= 1; side += 2) {
            Path2D lapel = new Path2D.Double();
            lapel.moveTo(side * (neck + 26), 930);
            lapel.lineTo(side * (neck + 74), 1030);
            lapel.lineTo(side * (neck + 108), 1096);
            lapel.lineTo(side * (neck + 66), 1108);
            lapel.lineTo(side * (neck + 84), 1140);
            lapel.lineTo(side * 30, 1370);
            lapel.lineTo(side * 16, 1370);
            lapel.lineTo(side * neck * 0.82, 1040);
            lapel.closePath();
            layer.fillAtop(lapel, Tint.mix(colour, Color.WHITE, 0.07));
            layer.softLineAtop(2.5, lapel, Tint.alpha(Color.BLACK, 0.5), 3);
        }
        if (!looks.female && dice.chance(0.6)) {
            tie(layer, dice.colour(new Color(120, 28, 40), new Color(70, 66, 72), new Color(96, 40, 34)));
        }
        garment.collar(layer, new Color(244, 243, 243), 1092);
        return layer;
    }

    private void tie(Layer layer, Color colour) {
        layer.fillAtop(Curve.closed(-25, 1032, 25, 1032, 18, 1078, 40, 1370, -40, 1370, -18, 1078, -25, 1032), colour);
        layer.softLineAtop(3, new Curve(-20, 1080, 20, 1080).path(), new Color(0, 0, 0, 130), 6);
        layer.softLineAtop(
                8, new Curve(-8, 1090, -14, 1350).path(), Tint.alpha(Tint.mix(colour, Color.WHITE, 0.5), 0.4), 8);
    }

    private Layer straps(Color colour) {
        Layer layer = garment.cloth(Tint.shade(looks.skin, 0.05), looks.chinY - 40); // bare up to the chin
        layer.softAtop(
                18,
                Curve.oval(0, looks.chinY + PortraitPainter.LIFT, looks.jaw * looks.half * 0.8, 50),
                Tint.alpha(Tint.shade(looks.skin, 0.30), 0.9));
        for (int side = -1; side <= 1; side += 2) {
            layer.softLineAtop(
                    7,
                    new Curve(side * 40, 1040, side * 150, 1024, side * 250, 1034).path(),
                    Tint.alpha(Tint.shade(looks.skin, 0.4), 0.5),
                    9);
            layer.lineAtop(new Curve(side * 178, 990, side * 186, 1100, side * 170, 1220).path(), colour, 20);
        }
        layer.fillAtop(
                new Curve(-420, 1260, -170, 1196, 0, 1226, 170, 1196, 420, 1260)
                        .to(new Curve(-420, 1400, 0, 1400, 420, 1400)),
                colour);
        return layer;
    }
}
