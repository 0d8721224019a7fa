package io.github.gradphoto.process;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The numbers that one entry of a table means: {@code < 40}, {@code [-8..-4), (4..8]}, {@code 0}. Whether an end belongs to it is left open. */
record Bounds(List<Part> parts) {

    /** From one number to another, which may be infinite. */
    record Part(double from, double to) {}

    /** What is still fine. {@code null} is no bound. */
    record Room(Double least, Double most) {

        static final Room ALL = new Room(null, null);

        boolean isEverything() {
            return least == null && most == null;
        }

        private double from() {
            return least == null ? Double.NEGATIVE_INFINITY : least;
        }

        private double to() {
            return most == null ? Double.POSITIVE_INFINITY : most;
        }
    }

    private static final Pattern COMPARED = Pattern.compile("([<>])=?\\s*(-?[0-9.]+)");
    private static final Pattern BETWEEN =
            Pattern.compile("[\\[(\\]]\\s*(-?[0-9]+(?:\\.[0-9]+)?)\\s*\\.\\.\\s*(-?[0-9]+(?:\\.[0-9]+)?)\\s*[\\])\\[]");
    private static final Pattern EXACTLY = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");

    static Bounds of(String entry) {
        List<Part> parts = new ArrayList<>();
        if (EXACTLY.matcher(entry.strip()).matches()) {
            double value = Double.parseDouble(entry.strip());
            parts.add(new Part(value, value));
        }
        var between = BETWEEN.matcher(entry);
        while (between.find()) {
            parts.add(new Part(Double.parseDouble(between.group(1)), Double.parseDouble(between.group(2))));
        }
        var compared = COMPARED.matcher(entry);
        while (compared.find()) {
            double value = Double.parseDouble(compared.group(2));
            parts.add(
                    compared.group(1).equals("<")
                            ? new Part(Double.NEGATIVE_INFINITY, value)
                            : new Part(value, Double.POSITIVE_INFINITY));
        }
        return new Bounds(parts);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /**
     * What is left of the room without these numbers.
     *
     * @return null when nothing is left, or two pieces on either side
     */
    Room leave(Room room) {
        double from = room.from();
        double to = room.to();
        for (var part : parts) {
            // nothing is below 0 where 0 itself is named
            double partFrom = part.from() == 0 ? Double.NEGATIVE_INFINITY : part.from();
            boolean below = partFrom <= from;
            boolean above = part.to() >= to;
            if (below && above || !below && !above && part.to() > from && partFrom < to) {
                return null;
            }
            if (below) {
                from = Math.max(from, part.to());
            } else if (above) {
                to = Math.min(to, part.from());
            }
        }
        return from < to ? new Room(finite(from), finite(to)) : null;
    }

    /** Whether they go on where the room ends. */
    boolean touchesEdgeOf(Room room) {
        return parts.stream()
                .anyMatch(part -> room.least() != null && part.from() <= room.from() && part.to() >= room.from()
                        || room.most() != null && part.from() <= room.to() && part.to() >= room.to());
    }

    /** Whether some of these numbers are in the room. */
    boolean meets(Room room) {
        return parts.stream()
                .anyMatch(part -> part.from() < room.to() && part.to() > room.from()
                        || part.from() == part.to() && part.from() >= room.from() && part.to() <= room.to());
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
