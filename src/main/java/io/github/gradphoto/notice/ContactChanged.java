package io.github.gradphoto.notice;

/** A student has another mail address or telephone number now; told in the transaction that changes it. */
public record ContactChanged(long studentId) {}
