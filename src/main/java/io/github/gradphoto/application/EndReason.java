package io.github.gradphoto.application;

/** Why an application ended before its certificate. */
public enum EndReason {
    WITHDRAWN,
    CANCELLED,
    CLOSED,
    NEXT_ROUND,
    /** the registry has a photo of the student already: nothing is collected and nothing charged */
    ALREADY_REGISTERED,
    /** the record (学籍) was corrected, and the notice is not for this student any more */
    NOT_ELIGIBLE
}
