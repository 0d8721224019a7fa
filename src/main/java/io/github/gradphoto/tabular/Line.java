package io.github.gradphoto.tabular;

import java.util.List;

/**
 * A line of a file before its columns are known.
 *
 * @param number as the spreadsheet counts, from 1
 */
record Line(int number, List<Cell> cells) {

    /** @param lossy whether digits of a number are gone */
    record Cell(String text, boolean lossy) {

        Cell {
            text = text.strip();
        }
    }

    String text(int place) {
        return place < cells.size() ? cells.get(place).text() : "";
    }

    boolean isLossy(int place) {
        return place < cells.size() && cells.get(place).lossy();
    }

    boolean isEmpty() {
        return cells.stream().allMatch(cell -> cell.text().isEmpty());
    }

    boolean isTooWide(int most) {
        return cells.size() > most;
    }

    boolean isTooLong(int most) {
        return cells.stream().anyMatch(cell -> cell.text().length() > most);
    }
}
