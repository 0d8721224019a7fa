package io.github.gradphoto.roster;

import io.github.gradphoto.privacy.Mask;

/**
 * One heading of a list.
 *
 * @param place  from 0
 * @param column what stands under it, or null where nobody knows or nothing of the roster does
 * @param sample a value, masked where it is personal
 */
public record RosterHeading(int place, String text, RosterColumn column, String sample) {

    private static final int LONGEST_SAMPLE = 20;

    static String sample(RosterColumn column, String value) {
        if (column == RosterColumn.PHONE) {
            return Mask.phone(value);
        }
        if (column == RosterColumn.EMAIL || value.contains("@")) {
            return Mask.email(value);
        }
        if (column == RosterColumn.ID_NUMBER || value.matches("[0-9]{15,17}[0-9Xx]*")) {
            return Mask.idNumber(value);
        }
        if (value.matches("1\\d{10}")) {
            return Mask.phone(value);
        }
        return value.length() > LONGEST_SAMPLE ? value.substring(0, LONGEST_SAMPLE) + "…" : value;
    }
}
