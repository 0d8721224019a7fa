package io.github.gradphoto.roster;

/**
 * Why one row of a list cannot be taken in.
 *
 * @param line   as the spreadsheet counts
 * @param column where the fault is, or null where it is the row itself
 * @param shown  what stands there, masked where it is personal; may be empty
 */
public record RosterFault(int line, RosterColumn column, Reason reason, String shown) {

    /** What is wrong, in the words of {@code roster.fault.*}. */
    public enum Reason {
        MISSING,
        DIGITS_LOST,
        CELL_ERROR,
        UNREADABLE_CHARACTER,
        TOO_LONG,
        TOO_MANY_CELLS,
        STUDENT_NUMBER_FORM,
        STUDENT_NUMBER_TWICE,
        NAME_TOO_LONG,
        NAME_CHARACTERS,
        NAME_DIFFERS,
        GENDER_UNKNOWN,
        GENDER_DIFFERS,
        ID_TYPE_UNKNOWN,
        ID_LENGTH,
        ID_OLD,
        ID_CHARACTERS,
        ID_DATE,
        ID_CHECK,
        ID_OTHER_FORM,
        ID_TWICE,
        BIRTH_DATE_FORM,
        BIRTH_DATE_DIFFERS,
        EXAM_NUMBER_FORM,
        EXAM_NUMBER_TWICE,
        COHORT_FORM,
        LEVEL_UNKNOWN,
        RECORD_STATUS_UNKNOWN,
        PHONE_FORM,
        EMAIL_FORM,
        YES_NO_UNKNOWN,
        SCHOOL_UNKNOWN,
        STUDENT_UNKNOWN
    }
}
