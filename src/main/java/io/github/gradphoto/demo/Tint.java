package io.github.gradphoto.demo;

import java.awt.Color;

/** Colours made from others. */
final class Tint {

    private Tint() {}

    static Color mix(Color from, Color to, double share) {
        return new Color(
                level(from.getRed() + (to.getRed() - from.getRed()) * share),
                level(from.getGreen() + (to.getGreen() - from.getGreen()) * share),
                level(from.getBlue() + (to.getBlue() - from.getBlue()) * share));
    }

    static Color times(Color colour, double factor) {
        return new Color(
                level(colour.getRed() * factor), level(colour.getGreen() * factor), level(colour.getBlue() * factor));
    }

    /** Skin in shade turns redder as it turns darker. */
    static Color shade(Color skin, double depth) {
        return new Color(
                level(skin.getRed() * (1 - 0.75 * depth)),
                level(skin.getGreen() * (1 - depth)),
                level(skin.getBlue() * (1 - 1.05 * depth)));
    }

    static Color alpha(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), level(255 * opacity));
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, Math.round(value)));
    }
}
