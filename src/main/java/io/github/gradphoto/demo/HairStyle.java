package io.github.gradphoto.demo;

/** How hair is cut; all leave brows and ears free. */
enum HairStyle {
    //         part   top  side  rough  length at the back (px of height on the picture, 0 none)
    SIDE_PART(-0.34, 34, 14, 3, 0),
    CREW_CUT(0.0, 17, 6, 5, 0),
    SWEPT_UP(0.12, 44, 8, 8, 0),
    SHORT_FRINGE(0.05, 30, 13, 5, 0),
    COMBED_BACK(0.02, 28, 8, 2, 0),
    MIDDLE_LONG(0.0, 26, 18, 1, 1180),
    SIDE_LONG(-0.30, 30, 18, 1, 1240),
    TIED_BACK(0.04, 22, 7, 1, 0),
    BOB(-0.22, 31, 24, 2, 868),
    LOOSE_WAVES(0.22, 32, 24, 3, 1120);

    /** Where the hair is parted, as a share of half the head's width. */
    final double part;

    final double top;
    final double side;
    final double rough;
    final double length;

    HairStyle(double part, double top, double side, double rough, double length) {
        this.part = part;
        this.top = top;
        this.side = side;
        this.rough = rough;
        this.length = length;
    }

    boolean isParted() {
        return this != CREW_CUT && this != SWEPT_UP && this != SHORT_FRINGE && this != COMBED_BACK;
    }

    static HairStyle of(Portrait portrait) {
        Dice dice = new Dice(portrait.seed(), "hair style");
        return portrait.female()
                ? dice.of(MIDDLE_LONG, SIDE_LONG, TIED_BACK, BOB, LOOSE_WAVES)
                : dice.of(SIDE_PART, CREW_CUT, SWEPT_UP, SHORT_FRINGE, COMBED_BACK);
    }
}
