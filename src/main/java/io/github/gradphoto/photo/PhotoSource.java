package io.github.gradphoto.photo;

/** Where the picture came from, by the student's word. */
public enum PhotoSource {
    CAMERA,
    ALBUM,
    STUDIO
}
