package io.github.gradphoto.measure;

/**
 * A colour in CIELAB (D65), in which equal distances look about equally large.
 *
 * @param l lightness, 0 to 100
 * @param a green to red
 * @param b blue to yellow
 */
record Lab(double l, double a, double b) {

    private static final double[] LINEAR = linear();

    private static double[] linear() {
        double[] linear = new double[256];
        for (int level = 0; level < linear.length; level++) {
            double value = level / 255.0;
            linear[level] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return linear;
    }

    /** @param rgb sRGB (IEC 61966-2-1), as {@link java.awt.image.BufferedImage#getRGB} gives it */
    static Lab of(int rgb) {
        double r = LINEAR[rgb >> 16 & 0xff];
        double g = LINEAR[rgb >> 8 & 0xff];
        double b = LINEAR[rgb & 0xff];
        double x = root((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
        double y = root(0.2126 * r + 0.7152 * g + 0.0722 * b);
        double z = root((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
        return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    private static double root(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }

    /** CIE76. */
    double distance(Lab other) {
        return Math.sqrt(square(l - other.l) + square(a - other.a) + square(b - other.b));
    }

    /**
     * Whether it may be the same skin, a little lighter or much more in shadow: nearly the same hue and a similar chroma. Wool
     * and hair of the hue of skin have more chroma, white cloth has less. Found on labelled real faces.
     */
    boolean isLikeSkin(Lab skin) {
        double ratio = chroma() / Math.max(1, skin.chroma());
        double turn = Math.abs((hue() - skin.hue() + 540) % 360 - 180);
        return ratio > 0.5 && ratio < 1.3 && turn < 16 && l > skin.l - 38 && l < skin.l + 12;
    }

    /** How colourful: 0 is grey. */
    double chroma() {
        return Math.hypot(a, b);
    }

    /** In degrees, 0 to 360: about 40 red, 90 yellow, 150 green, 220 cyan, 290 blue, 330 violet. */
    double hue() {
        return (Math.toDegrees(Math.atan2(b, a)) + 360) % 360;
    }

    private static double square(double value) {
        return value * value;
    }
}
