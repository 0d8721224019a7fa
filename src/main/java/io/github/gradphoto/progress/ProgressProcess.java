package io.github.gradphoto.progress;

import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What progress asks of the process engine, each in one statement. */
public interface ProgressProcess {

    /** Every place where a case of the notice waits for somebody. */
    List<OpenStep> openSteps(long noticeId);

    /** How long the steps took that were finished since then. */
    Map<Step, StepTime> stepTimes(Instant since);

    /** @param median half of them took no longer */
    record StepTime(long finished, Duration median) {}
}
