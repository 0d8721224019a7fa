package io.github.gradphoto.application;

/** What a student agrees to, each by itself (PIPL art. 29): comparison is optional, because there is a way without it. */
public enum ConsentKind {
    PRIVACY,
    PHOTO,
    COURIER,
    COMPARISON
}
