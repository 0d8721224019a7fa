package io.github.gradphoto.campaign;

/** What is done for many students of a notice, chunk by chunk. */
public enum BatchKind {
    INVITE,
    REMIND,
    TEACHERS,
    OFFICE,
    /** the close is later now, for every running case */
    MOVE
}
