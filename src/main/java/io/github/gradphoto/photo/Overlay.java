package io.github.gradphoto.photo;

import java.util.List;

/** What is drawn over the 480×640 picture, in its px: what is allowed, what was measured, and where something is wrong. */
public record Overlay(List<Band> bands, List<Line> lines, List<Mark> marks) {

    /** An allowed band across the picture. @param key end of {@code photo.line.*} */
    public record Band(String key, long from, long to) {

        public long height() {
            return to - from;
        }
    }

    /**
     * A measured length.
     *
     * @param key  end of {@code photo.line.*}
     * @param d    as an SVG path
     * @param text the number, and where its label stands
     */
    public record Line(String key, String d, String text, long textX, long textY, boolean fine) {}

    /** A place that a finding is about. @param number of the finding @param d SVG path @param x where its number stands */
    public record Mark(int number, boolean refuses, String d, long x, long y) {}

    public boolean isEmpty() {
        return bands.isEmpty() && lines.isEmpty() && marks.isEmpty();
    }
}
