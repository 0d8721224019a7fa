package io.github.gradphoto.measure;

/**
 * What the frame aims at, in px of the 480×640 picture (教毕指〔2017〕99号, as colleges restate it). The decision table judges;
 * this only says where the crop is put.
 */
final class Specification {

    static final double HAIR_FROM = 50;
    static final double HAIR_TO = 110;
    static final double EYES_FROM = 200;
    static final double EYES_TO = 300;
    static final double FACE_FROM = 180;
    static final double FACE_TO = 300;
    /** The specification says "centred"; a twentieth of the width to either side is not seen. */
    static final double OFF_CENTRE = 24;

    private Specification() {}
}
