package io.github.gradphoto.progress;

import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One student whom a notice addresses, with what the lists and figures need; nothing of it is encrypted.
 *
 * @param application number of the newest case of this notice, or null
 * @param ended       whether that case is over without its photo at the registry
 * @param steps       where somebody is waited for now
 * @param due         of the step that is shown; the close for those who have not applied
 * @param handedInAt  the first photo, or null
 * @param approvedAt  the approval that counts, or null
 * @param registeredAt when the registry's answer was entered, or null
 */
public record CaseRow(
        long studentId,
        String studentNumber,
        String name,
        String department,
        String classCode,
        String className,
        String application,
        boolean ended,
        Standing standing,
        List<OpenStep> steps,
        Instant due,
        Instant submittedAt,
        Instant handedInAt,
        Instant approvedAt,
        Instant registeredAt) {

    /** What waits for the student comes first, then what is due first. */
    private static final Comparator<OpenStep> WORTH_KNOWING = Comparator.<OpenStep, Boolean>comparing(
                    open -> !open.step().isStudents())
            .thenComparing(OpenStep::due, Comparator.nullsLast(Comparator.naturalOrder()));

    static Optional<OpenStep> shown(List<OpenStep> steps) {
        return steps.stream().min(WORTH_KNOWING);
    }

    public boolean isApplied() {
        return application != null;
    }

    /** The step that a reader should know of, or null where the process waits for nobody. */
    public Step step() {
        return shown(steps).map(OpenStep::step).orElse(null);
    }

    public Instant since() {
        return shown(steps).map(OpenStep::since).orElse(null);
    }

    public boolean isLate(Instant now) {
        return standing.isDue() && !ended && due != null && due.isBefore(now);
    }

    /** Whether a word to the student helps. */
    public boolean needsStudent() {
        return standing.isDue() && !ended && (!isApplied() || step() != null && step().isStudents());
    }
}
