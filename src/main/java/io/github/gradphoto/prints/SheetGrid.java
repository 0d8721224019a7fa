package io.github.gradphoto.prints;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows and columns on a page; all lengths in mm, the origin at the lower left as in PDF.
 *
 * @param pageWidth  mm
 * @param pageHeight mm
 */
record SheetGrid(double pageWidth, double pageHeight, int columns, int rows, double photoWidth, double photoHeight) {

    /** Room below a picture for its caption. */
    static final double CAPTION = 7;

    private static final double MARGIN = 5; // what office printers leave white
    private static final double GAP = 4;
    private static final Map<String, double[]> PAPERS = Map.of( // ISO 216
            "A4", new double[] {210, 297}, "A5", new double[] {148, 210}, "A6", new double[] {105, 148});

    static SheetGrid of(String paper, double photoWidth, double photoHeight, int count) {
        double[] sides = paper == null ? null : PAPERS.get(paper);
        if (sides == null || !(photoWidth > 0) || !(photoHeight > 0) || count < 1) {
            throw new IllegalArgumentException(
                    "no sheet: " + paper + ", " + photoWidth + "×" + photoHeight + " mm, " + count);
        }
        return Stream.concat(
                        on(sides[0], sides[1], photoWidth, photoHeight, count),
                        on(sides[1], sides[0], photoWidth, photoHeight, count))
                .min(Comparator.comparingInt(grid -> grid.columns * grid.rows))
                .orElseThrow(() -> new IllegalArgumentException(
                        count + " pictures of " + photoWidth + "×" + photoHeight + " mm do not fit on " + paper));
    }

    private static Stream<SheetGrid> on(double width, double height, double photoWidth, double photoHeight, int count) {
        int most = (int) ((width - 2 * MARGIN + GAP) / (photoWidth + GAP));
        int rows = (int) ((height - 2 * MARGIN + GAP) / (photoHeight + CAPTION + GAP));
        return IntStream.rangeClosed(1, rows)
                .filter(r -> (count + r - 1) / r <= most)
                .mapToObj(r -> new SheetGrid(width, height, (count + r - 1) / r, r, photoWidth, photoHeight));
    }

    /** Left edge of a picture, counted from 0 in reading order. */
    double left(int index) {
        double used = columns * (photoWidth + GAP) - GAP;
        return (pageWidth - used) / 2 + index % columns * (photoWidth + GAP);
    }

    /** Lower edge of a picture, counted from 0 in reading order. */
    double bottom(int index) {
        double cell = photoHeight + CAPTION + GAP;
        double used = rows * cell - GAP;
        return (pageHeight + used) / 2 - photoHeight - index / columns * cell;
    }
}
