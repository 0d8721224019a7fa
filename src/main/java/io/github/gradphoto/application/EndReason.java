package io.github.gradphoto.application;

/** Why an application ended before its certificate. */
public enum EndReason {
    WITHDRAWN,
    CANCELLED,
    CLOSED,
    NEXT_ROUND
}
