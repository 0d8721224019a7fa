package io.github.gradphoto.registration;

/** Why a row or file that came back cannot be taken in, in the words of {@code reg.fault.*}. */
public enum RowFault {
    DIGITS_LOST,
    KEY_FORM,
    KEY_UNKNOWN,
    TWICE,
    RESULT_UNKNOWN,
    REASON_NEEDED,
    REASON_TOO_LONG,
    STUDENT_UNKNOWN,
    NAME_DIFFERS,
    /** the student has not applied */
    NO_CASE,
    /** withdrawn, cancelled or ended otherwise */
    CASE_ENDED,
    /** the case is at another step: not released yet, or answered already with another result */
    NOT_AT_STEP,
    PATH,
    LOCKED,
    TOO_LARGE,
    NO_PICTURE,
    NOT_JPEG,
    SIZE,
    LATER
}
