package io.github.gradphoto.progress;

import io.github.gradphoto.application.Step;
import java.time.LocalDate;
import java.util.List;

/**
 * Whether a photo will be at the registry in time, and why.
 *
 * @param expected the day, or null where nothing can be expected
 * @param parts    what is left, in its order
 */
public record Forecast(Verdict verdict, LocalDate expected, List<Part> parts) {

    /** In the words of {@code progress.forecast.*}. */
    public enum Verdict {
        /** it is there */
        DONE,
        IN_TIME,
        /** fewer than three working days to spare */
        TIGHT,
        LATE,
        /** the case is over without a photo: nothing comes by itself */
        STOPPED,
        NOT_DUE
    }

    /**
     * @param step     null for applying itself
     * @param days     that are left of it: of the calendar for students, working days for everybody else
     * @param measured whether here, or as colleges report it
     */
    public record Part(Step step, int days, boolean working, boolean measured) {}

    /** What takes longest. */
    public Part slowest() {
        return parts.stream()
                .reduce((one, other) -> other.days() > one.days() ? other : one)
                .orElse(null);
    }

    public boolean isMeasured() {
        return parts.stream().anyMatch(Part::measured);
    }
}
