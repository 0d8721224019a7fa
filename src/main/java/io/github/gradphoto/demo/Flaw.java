package io.github.gradphoto.demo;

/** What students get wrong in their photos. */
public enum Flaw {
    BLUE_SHIRT,
    STRAPS,
    FRINGE_OVER_BROWS,
    TILTED,
    EYES_CLOSED,
    MOUTH_OPEN,
    GRADIENT_BACKGROUND,
    BLURRED,
    GLASSES_GLARE,
    EARRINGS,
    HALF_SHADOW
}
