package io.github.gradphoto.notice;

/** When the prints are made: the earlier is quicker, the later never prints a photo that the registry refuses. */
public enum PrintWhen {
    AFTER_REVIEW,
    AFTER_REGISTRATION
}
