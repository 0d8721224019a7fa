package io.github.gradphoto.photo;

import java.util.List;

/**
 * What was found on a photo, ready to be shown to its student and to its reviewer.
 *
 * @param refusals why the photo was sent back
 * @param warnings what a reviewer should look at
 * @param numbers  the worst first
 */
public record PhotoReport(
        List<Finding> refusals, List<Finding> warnings, List<MeasuredNumber> numbers, Overlay overlay) {

    /** Warnings that the student can see and mend. */
    public List<Finding> ownWarnings() {
        return warnings.stream()
                .filter(finding -> finding.reason().isForStudents())
                .toList();
    }

    /** Numbers out of what is allowed, and those that could not be measured. */
    public List<MeasuredNumber> striking() {
        return numbers.stream()
                .filter(number -> number.state() != MeasuredNumber.State.FINE)
                .toList();
    }

    public List<MeasuredNumber> fine() {
        return numbers.stream()
                .filter(number -> number.state() == MeasuredNumber.State.FINE)
                .toList();
    }
}
