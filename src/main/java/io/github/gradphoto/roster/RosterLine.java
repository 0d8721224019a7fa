package io.github.gradphoto.roster;

import io.github.gradphoto.notice.RosterField;
import java.util.EnumMap;
import java.util.Map;

/**
 * A good line of a list: what it says of one student. What it does not say, stays as it is.
 *
 * @param line as the spreadsheet counts
 */
record RosterLine(int line, String number, Map<RosterField, String> values) {

    RosterLine {
        values = values.isEmpty() ? Map.of() : new EnumMap<>(values);
    }
}
