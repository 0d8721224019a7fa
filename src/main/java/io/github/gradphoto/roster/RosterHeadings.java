package io.github.gradphoto.roster;

import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.tabular.Column;
import io.github.gradphoto.tabular.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which heading of the college's lists is which column: guessed by the usual ones, corrected by hand, remembered. */
@Component
class RosterHeadings {

    private static final String NONE = "-";
    private static final int LONGEST = 100;

    private final JdbcClient jdbc;

    RosterHeadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether anybody knows such a heading. */
    boolean isKnown(String heading, Map<String, String> chosen) {
        return !heading.isEmpty() && guess(heading, chosen).isPresent();
    }

    /** Every heading with its column; two headings never have the same: the second one is left open. */
    List<RosterHeading> of(Sheet sheet) {
        var chosen = chosen();
        var taken = new HashSet<RosterColumn>();
        var found = new ArrayList<RosterHeading>();
        var headings = sheet.headings();
        for (int i = 0; i < headings.size(); i++) {
            if (!headings.get(i).isEmpty()) {
                var column = guess(headings.get(i), chosen).filter(taken::add).orElse(null);
                found.add(new RosterHeading(i, headings.get(i), column, RosterHeading.sample(column, sheet.sample(i))));
            }
        }
        return found;
    }

    private static Optional<RosterColumn> guess(String heading, Map<String, String> chosen) {
        var choice = chosen.get(key(heading));
        return choice == null
                ? RosterColumn.called(heading)
                : Arrays.stream(RosterColumn.values())
                        .filter(column -> column.name().equals(choice))
                        .findFirst();
    }

    Map<String, String> chosen() {
        var chosen = new HashMap<String, String>();
        jdbc.sql("select heading, column_key from roster_heading")
                .query((row, index) -> chosen.put(row.getString("heading"), row.getString("column_key")))
                .list();
        return chosen;
    }

    /**
     * Remembers what the office says of the headings of a list.
     *
     * @param choices by heading; null where nothing of the roster stands under it
     * @throws Refusal columnTwice
     */
    @Transactional
    void remember(Map<String, RosterColumn> choices) {
        var taken = new EnumMap<RosterColumn, String>(RosterColumn.class);
        choices.forEach((heading, column) -> {
            if (column != null && taken.put(column, heading) != null) {
                throw Refusal.invalid("rosterColumnTwice", heading, taken.get(column));
            }
        });
        choices.forEach((heading, column) -> {
            jdbc.sql("delete from roster_heading where heading = ?")
                    .param(key(heading))
                    .update();
            if (!Optional.ofNullable(column).equals(RosterColumn.called(heading))) {
                jdbc.sql("insert into roster_heading (heading, column_key) values (?, ?)")
                        .params(key(heading), column == null ? NONE : column.name())
                        .update();
            }
        });
    }

    private static String key(String heading) {
        var plain = Column.plain(heading);
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }
}
