package io.github.gradphoto.prints;

/** Courier companies. Staff choose one; the shape of a number never decides. */
public enum Carrier {
    SF,
    EMS,
    ZTO,
    STO,
    YTO,
    YUNDA,
    JD,
    JT,
    OTHER
}
