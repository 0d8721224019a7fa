package io.github.gradphoto.tabular;

import java.util.List;
import java.util.Map;

/** A list of which is known what its columns are called, and not yet which of them is what. */
public final class Sheet {

    private final Line headings;
    private final List<Line> lines;

    Sheet(Line headings, List<Line> lines) {
        this.headings = headings;
        this.lines = List.copyOf(lines);
    }

    /** In their order; a column without a heading is empty. */
    public List<String> headings() {
        return headings.cells().stream().map(Line.Cell::text).toList();
    }

    /** Where the headings stand, as the spreadsheet counts. */
    public int headingLine() {
        return headings.number();
    }

    /** The first value of a column that is not empty; empty where none is. */
    public String sample(int place) {
        return lines.stream()
                .map(line -> line.text(place))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** @param places the column of each key, from 0 */
    public List<TableRow> rows(Map<String, Integer> places) {
        return lines.stream().map(line -> TableReader.row(line, places)).toList();
    }

    /** Lines with something to the right of the last heading: their cells have moved. */
    public List<Integer> tooWide() {
        int width = headings.cells().size();
        return lines.stream()
                .filter(line -> line.cells().stream()
                        .skip(width)
                        .anyMatch(cell -> !cell.text().isEmpty()))
                .map(Line::number)
                .toList();
    }
}
