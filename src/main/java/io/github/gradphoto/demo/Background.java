package io.github.gradphoto.demo;

import java.awt.Color;

/** The backgrounds that notices accept (教毕指〔2017〕99号 as colleges restate it). */
public enum Background {
    WHITE(new Color(250, 250, 250)),
    LIGHT_BLUE(new Color(100, 197, 255)),
    GREY(new Color(240, 240, 240));

    final Color colour;

    Background(Color colour) {
        this.colour = colour;
    }
}
