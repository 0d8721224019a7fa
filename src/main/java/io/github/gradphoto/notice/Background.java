package io.github.gradphoto.notice;

import java.awt.Color;

/** Background colours that a notice may accept; the colours are those of the ministry's specification 教毕指〔2017〕99号. */
public enum Background {
    WHITE(new Color(255, 255, 255)),
    LIGHT_BLUE(new Color(100, 197, 255)),
    GREY(new Color(240, 240, 240));

    private final Color colour;

    Background(Color colour) {
        this.colour = colour;
    }

    /** In sRGB. */
    public Color colour() {
        return colour;
    }
}
