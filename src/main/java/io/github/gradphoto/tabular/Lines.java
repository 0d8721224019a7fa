package io.github.gradphoto.tabular;

import io.github.gradphoto.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Gathers the lines that are not empty and stops a file that grows beyond measure while it is unpacked. */
final class Lines {

    private static final int MAX_COLUMNS = 200;

    private final List<Line> lines = new ArrayList<>();

    void add(Line line) {
        if (line.isEmpty()) {
            return;
        }
        if (lines.size() > TableReader.MAX_ROWS
                || line.isTooWide(MAX_COLUMNS)
                || line.isTooLong(TableReader.MAX_TEXT)) {
            throw Refusal.invalid("tableTooLarge", TableReader.MAX_ROWS);
        }
        lines.add(line);
    }

    List<Line> all() {
        return lines;
    }
}
