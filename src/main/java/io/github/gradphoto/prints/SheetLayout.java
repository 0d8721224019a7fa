package io.github.gradphoto.prints;

/**
 * How a print shop wants its sheets: a setting of the notice.
 *
 * @param paper         {@code A4}, {@code A5} or {@code A6}; upright or on its side, whichever is filled better
 * @param photoWidthMm  mm, as cut
 * @param photoHeightMm mm, as cut
 * @param count         pictures on one sheet
 */
public record SheetLayout(String paper, double photoWidthMm, double photoHeightMm, int count) {

    /** @throws IllegalArgumentException an unknown paper, or more than fits on it */
    public SheetLayout {
        SheetGrid.of(paper, photoWidthMm, photoHeightMm, count);
    }

    SheetGrid grid() {
        return SheetGrid.of(paper, photoWidthMm, photoHeightMm, count);
    }
}
