package io.github.gradphoto.measure;

/**
 * Which part of a picture is a person.
 *
 * @param width  px of the picture that it covers
 * @param height px of the picture that it covers
 * @param cells  {@code rows × columns} probabilities, 0 background to 1 person
 */
public record PersonMask(int width, int height, float[][] cells) {

    /** Probability at a px of the picture, between cells interpolated; outside the picture that of its edge. */
    public double at(double x, double y) {
        double row = Math.max(0, Math.min(cells.length - 1.0, (y + 0.5) / height * cells.length - 0.5));
        double column = Math.max(0, Math.min(cells[0].length - 1.0, (x + 0.5) / width * cells[0].length - 0.5));
        int r = (int) Math.min(row, cells.length - 2);
        int c = (int) Math.min(column, cells[0].length - 2);
        double down = row - r;
        double right = column - c;
        return (1 - down) * ((1 - right) * cells[r][c] + right * cells[r][c + 1])
                + down * ((1 - right) * cells[r + 1][c] + right * cells[r + 1][c + 1]);
    }
}
