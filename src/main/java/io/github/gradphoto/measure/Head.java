package io.github.gradphoto.measure;

/**
 * Where the head is and how it is held; lengths in px of the whole picture.
 *
 * @param hairTop   upper edge of the hair
 * @param eyeLine   middle between the eyes
 * @param middle    of the face, left to right
 * @param faceWidth at the cheekbones
 * @param chin      lower edge
 * @param pose      how it is held
 */
public record Head(double hairTop, double eyeLine, double middle, double faceWidth, double chin, Pose pose) {

    /** In degrees: roll positive towards the picture's right, yaw positive looking to its right, pitch positive looking up. */
    public record Pose(double roll, double yaw, double pitch) {}
}
