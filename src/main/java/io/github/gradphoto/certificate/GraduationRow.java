package io.github.gradphoto.certificate;

import io.github.gradphoto.certificate.GraduationList.Entry;

/**
 * One line of an uploaded 发证名单, as the preview shows it.
 *
 * @param line   as the spreadsheet counts
 * @param name   as in the list; may be empty
 * @param before what the list said until now, or null
 * @param entry  what it will say, or null where the line has a fault
 * @param fault  or null
 */
public record GraduationRow(
        int line, String studentNumber, String name, String outcome, Entry before, Entry entry, Fault fault) {

    /** What must be mended in the list before it can be taken in. */
    public enum Fault {
        DIGITS_LOST,
        STUDENT_UNKNOWN,
        STUDENT_TWICE,
        NAME_DIFFERS,
        OUTCOME_UNKNOWN,
        CERTIFICATE_NUMBER,
        CERTIFICATE_NUMBER_TWICE,
        CERTIFICATE_MADE
    }

    /** What taking in the line would do. */
    public enum Effect {
        BAD,
        NEW,
        CHANGED,
        SAME
    }

    public Effect effect() {
        if (fault != null) {
            return Effect.BAD;
        }
        if (before == null) {
            return Effect.NEW;
        }
        return before.equals(entry) ? Effect.SAME : Effect.CHANGED;
    }
}
