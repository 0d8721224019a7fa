package io.github.gradphoto.application;

/** The nine stages of the notice, as the student's page lists them. */
public enum Phase {
    APPLY,
    CODE,
    DETAILS,
    PAYMENT,
    PHOTO,
    REVIEW,
    REGISTRATION,
    PRINTS,
    CERTIFICATE
}
