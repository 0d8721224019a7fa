package io.github.gradphoto.progress;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.progress.Forecast.Verdict;
import io.github.gradphoto.refusal.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Which students a list shows; what is null is not asked.
 *
 * @param schoolClass a class code
 * @param notApplied  only those without a case
 */
public record ProgressFilter(
        String department,
        String schoolClass,
        Step step,
        boolean notApplied,
        Standing standing,
        Verdict verdict,
        boolean late) {

    /** Step of a filter for those who have not applied. */
    public static final String NOT_APPLIED = "NOT_APPLIED";

    /** @throws Refusal choiceNeeded where a word is none of those that the page offers */
    public static ProgressFilter of(
            String department, String schoolClass, String step, String standing, String verdict, boolean late) {
        boolean notApplied = NOT_APPLIED.equals(step);
        return new ProgressFilter(
                blankToNull(department),
                blankToNull(schoolClass),
                notApplied ? null : choice(Step.values(), step),
                notApplied,
                choice(Standing.values(), standing),
                choice(Verdict.values(), verdict),
                late);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static <E extends Enum<E>> E choice(E[] values, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return Arrays.stream(values)
                .filter(value -> value.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("choiceNeeded"));
    }

    /** @param forecast asked only where the filter needs it */
    public boolean shows(CaseRow row, Instant now, Function<CaseRow, Forecast> forecast) {
        return (department == null || department.equals(row.department()))
                && (schoolClass == null || schoolClass.equals(row.classCode()))
                && (step == null || row.steps().stream().anyMatch(open -> open.step() == step))
                && (!notApplied || !row.isApplied() && row.standing().isDue())
                && (standing == null || standing == row.standing())
                && (!late || row.isLate(now))
                && (verdict == null || verdict == forecast.apply(row).verdict());
    }
}
