package io.github.gradphoto.tabular;

import io.github.gradphoto.refusal.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a list of bounded size. What kind of file it is follows from its first bytes, never from its name. */
public final class TableReader {

    /** Longest file, in bytes. */
    public static final int MAX_BYTES = 10 * 1024 * 1024;
    /** Most rows below the headers. */
    public static final int MAX_ROWS = 25_000;

    /** Longest text of one cell, in characters. */
    static final int MAX_TEXT = 1_000;

    private static final int TITLE_LINES = 10;

    private TableReader() {}

    /**
     * Finds the asked columns by the first line and reads every row that is not empty.
     *
     * @throws Refusal tableEmpty, tableTooLarge, tableUnreadable, tableEncoding, tableColumnMissing, tableColumnTwice
     */
    public static Table read(byte[] file, List<Column> columns) {
        var lines = lines(file);
        var headers = lines.get(0);
        var places = places(headers, columns);
        var rows = lines.stream().skip(1).map(line -> row(line, places)).toList();
        return new Table(rows, ignored(headers, places));
    }

    /**
     * Reads a list whose columns somebody says later. Its headings are the line, of the first ten, in which most cells are
     * such: many lists begin with a title.
     *
     * @param isHeading whether a text is a heading that somebody knows
     * @throws Refusal tableEmpty, tableTooLarge, tableUnreadable, tableEncoding
     */
    public static Sheet open(byte[] file, Predicate<String> isHeading) {
        var lines = lines(file);
        int best = 0;
        for (int i = 1; i < Math.min(TITLE_LINES, lines.size() - 1); i++) {
            if (headings(lines.get(i), isHeading) > headings(lines.get(best), isHeading)) {
                best = i;
            }
        }
        return new Sheet(lines.get(best), lines.subList(best + 1, lines.size()));
    }

    private static long headings(Line line, Predicate<String> isHeading) {
        return line.cells().stream().map(Line.Cell::text).filter(isHeading).count();
    }

    private static List<Line> lines(byte[] file) {
        if (file.length == 0) {
            throw Refusal.invalid("tableEmpty");
        }
        if (file.length > MAX_BYTES) {
            throw Refusal.invalid("tableTooLarge", MAX_ROWS);
        }
        var lines = XlsxLines.isXlsx(file) ? XlsxLines.read(file) : CsvLines.read(file);
        if (lines.size() < 2) {
            throw Refusal.invalid("tableEmpty");
        }
        return lines;
    }

    private static Map<String, Integer> places(Line headers, List<Column> columns) {
        var places = new HashMap<String, Integer>();
        for (var column : columns) {
            for (int i = 0; i < headers.cells().size(); i++) {
                if (column.isCalled(headers.text(i)) && places.put(column.key(), i) != null) {
                    throw Refusal.invalid("tableColumnTwice", headers.text(i));
                }
            }
        }
        var missing = columns.stream()
                .filter(column -> column.required() && !places.containsKey(column.key()))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.invalid("tableColumnMissing", Column.names(missing));
        }
        return places;
    }

    static TableRow row(Line line, Map<String, Integer> places) {
        var values = new HashMap<String, String>();
        var lossy = new HashSet<String>();
        places.forEach((key, place) -> {
            values.put(key, line.text(place));
            if (line.isLossy(place)) {
                lossy.add(key);
            }
        });
        return new TableRow(line.number(), values, lossy);
    }

    private static List<String> ignored(Line headers, Map<String, Integer> places) {
        var ignored = new ArrayList<String>();
        var used = Set.copyOf(places.values());
        for (int i = 0; i < headers.cells().size(); i++) {
            if (!used.contains(i) && !headers.text(i).isEmpty()) {
                ignored.add(headers.text(i));
            }
        }
        return ignored;
    }
}
