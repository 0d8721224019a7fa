package io.github.gradphoto.roster;

/**
 * One line of the registry's list of students whose photo it has, as the preview shows it.
 *
 * @param line   as the spreadsheet counts
 * @param number of the student who was found, or what the list says, masked where it is personal
 * @param name   of the student who was found, or null
 */
public record RegisteredRow(int line, String number, String name, Effect effect, RosterFault.Reason fault) {

    /** What taking in the line would do. */
    public enum Effect {
        BAD,
        /** a case that has not been released ends, and a fee goes back by the rule of the notice */
        ENDS_CASE,
        MARKED,
        SAME
    }
}
