package io.github.gradphoto.measure;

import java.util.List;

/**
 * What the decision table says of a photo's numbers. Reasons are ends of the message keys {@code photo.check.*}.
 *
 * @param outcome  the hardest of all
 * @param refusals why it is refused; empty unless it is
 * @param warnings what a reviewer should look at; never a reason to refuse
 */
public record PhotoVerdict(Outcome outcome, List<String> refusals, List<String> warnings) {

    /** From the best to the worst. */
    public enum Outcome {
        PASSED,
        DOUBTFUL,
        REFUSED
    }

    public boolean isRefused() {
        return outcome == Outcome.REFUSED;
    }

    /** Why it is refused, or else what is doubtful. */
    public List<String> reasons() {
        return isRefused() ? refusals : warnings;
    }
}
