package io.github.gradphoto.progress;

import static java.util.Map.entry;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.progress.ProgressProcess.StepTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How long a step usually takes: as measured here, or as colleges report it until enough of them are finished. */
@Component
class StepTimes {

    /** So many make a median that one holiday does not move. */
    static final int ENOUGH = 20;

    private static final Duration LOOK_BACK = Duration.ofDays(180);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final double WORKING_SHARE = 5 / 7d;
    /** Applying itself is no step of a case. */
    static final int DAYS_TO_APPLY = 3;

    /** Days of students, working days of staff and of those outside (10–20 until a photo is at the registry). */
    private static final Map<Step, Integer> USUAL = Map.ofEntries(
            entry(Step.UPLOAD_CODE, 2),
            entry(Step.CONFIRM_DETAILS, 1),
            entry(Step.PAY, 2),
            entry(Step.UPLOAD_PHOTO, 3),
            entry(Step.GIVE_DELIVERY, 1),
            entry(Step.PROVIDE_EVIDENCE, 3),
            entry(Step.REVIEW_PHOTO, 2),
            entry(Step.GIVE_SECOND_OPINION, 1),
            entry(Step.RELEASE_PHOTO, 1),
            entry(Step.ENTER_DELIVERY_RESULT, 7),
            entry(Step.ENTER_COMPARISON_RESULT, 3),
            entry(Step.DECIDE_REVERIFICATION, 2),
            entry(Step.ENTER_REVERIFICATION_RESULT, 10));

    /** @param days of the calendar for students, working days for everybody else */
    record Usual(int days, boolean measured) {}

    private record Measured(Instant at, Map<Step, StepTime> times) {}

    private final ProgressProcess process;
    private final Clock clock;
    /** Only saves the statement; every node may have its own. */
    private volatile Measured measured;

    StepTimes(ProgressProcess process, Clock clock) {
        this.process = process;
        this.clock = clock;
    }

    Usual of(Step step) {
        var time = times().get(step);
        if (time == null || time.finished() < ENOUGH) {
            return new Usual(USUAL.getOrDefault(step, 1), false);
        }
        double days = time.median().toMinutes() / (double) Duration.ofDays(1).toMinutes();
        return new Usual((int) Math.round(step.isStudents() ? days : days * WORKING_SHARE), true);
    }

    private Map<Step, StepTime> times() {
        var now = clock.instant();
        var known = measured;
        if (known == null || now.isBefore(known.at()) || now.isAfter(known.at().plus(KEPT))) {
            known = new Measured(now, process.stepTimes(now.minus(LOOK_BACK)));
            measured = known;
        }
        return known.times();
    }
}
