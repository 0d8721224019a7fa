package io.github.gradphoto.demo;

/** The two lines of a head of hair: where it leaves the face and where it ends. Both run from left to right. */
final class HairOutline {

    final Curve outer;
    final Curve inner;
    private final Looks looks;
    private final Portrait portrait;
    private final HairStyle style;
    private final double h;

    HairOutline(Looks looks, Portrait portrait, HairStyle style) {
        this.looks = looks;
        this.portrait = portrait;
        this.style = style;
        h = looks.half;
        outer = outer();
        inner = inner();
    }

    /** From the left sideburn over the crown to the right one. */
    private Curve outer() {
        Dice dice = new Dice(portrait.seed(), "hair outline");
        double[] xy = new double[2 * 19];
        double middle = looks.browY + 6;
        double rise = middle - looks.skullTop + style.top;
        double below = Math.asin((burn() - middle) / rise); // both lines end at the same height
        double phase = dice.between(0, 6);
        for (int i = 0; i < 19; i++) {
            double a = -Math.PI - below + (Math.PI + 2 * below) * i / 18;
            double wave = 1 + style.rough / 420 * Math.sin(3.1 * a + phase) + dice.bell(style.rough / 1600);
            double side = Math.abs(Math.cos(a));
            double fuller = 1 + 0.20 * side * side * (1 - side); // a head is fuller than an ellipse
            double narrowed = Math.sin(a) > 0 ? 1 - 0.22 * Math.sin(a) : 1;
            boolean end = i == 0 || i == 18; // runs out to a point
            xy[2 * i] =
                    end ? Math.signum(Math.cos(a)) * (h * 0.985 + 3) : Math.cos(a) * (h + style.side) * wave * narrowed;
            xy[2 * i + 1] = middle + Math.sin(a) * rise * wave * fuller;
        }
        return new Curve(xy);
    }

    /** Where hair ends before the ear. */
    private double burn() {
        return looks.female ? looks.browY + 44 : looks.eyeY + 16;
    }

    private Curve inner() {
        double y = looks.hairlineY;
        double burn = burn();
        double p = style.part;
        double[] fringe = switch (style) {
            case SIDE_PART ->
                new double[] {-0.70, y + 44, p - 0.06, y + 2, p + 0.30, y + 34, 0.48, y + 50, 0.76, y + 64};
            case SHORT_FRINGE -> new double[] {-0.72, y + 62, -0.40, y + 56, 0.02, y + 50, 0.42, y + 55, 0.74, y + 64};
            case SWEPT_UP -> new double[] {-0.74, y + 42, -0.42, y + 4, 0.0, y + 2, 0.42, y + 4, 0.74, y + 42};
            case COMBED_BACK -> new double[] {-0.72, y + 34, -0.50, y - 8, 0.0, y + 4, 0.50, y - 8, 0.72, y + 34};
            case CREW_CUT -> new double[] {-0.76, y + 26, -0.50, y - 2, 0.0, y + 3, 0.50, y - 2, 0.76, y + 26};
            case SIDE_LONG, BOB, LOOSE_WAVES ->
                new double[] {-0.82, y + 64, p - 0.22, y + 14, p, y - 12, p + 0.38, y + 20, 0.82, y + 70};
            default -> new double[] {-0.82, y + 62, -0.52, y + 10, p, y - 14, 0.52, y + 10, 0.82, y + 62};
        };
        if (portrait.has(Flaw.FRINGE_OVER_BROWS)) {
            double over = looks.browY + 26;
            fringe = new double[] {-0.82, over + 6, -0.44, over - 4, 0.0, over + 2, 0.44, over - 6, 0.82, over + 6};
        }
        return new Curve(between(burn, fringe));
    }

    /** The fringe in the middle of the way from one sideburn to the other. */
    private double[] between(double burn, double[] fringe) {
        double[] xy = new double[14 + 4];
        xy[0] = -h * 0.985;
        xy[1] = burn;
        xy[2] = -h * 0.92;
        xy[3] = looks.browY - 12;
        for (int i = 0; i < 5; i++) {
            xy[4 + 2 * i] = fringe[2 * i] * h;
            xy[5 + 2 * i] = fringe[2 * i + 1];
        }
        xy[14] = h * 0.92;
        xy[15] = looks.browY - 12;
        xy[16] = h * 0.985;
        xy[17] = burn;
        return xy;
    }
}
