package io.github.gradphoto.operations;

import java.util.Collection;
import java.util.List;

/** What the engine says of itself. */
public interface EngineState {

    /**
     * Steps at which jobs gave up, the most first.
     *
     * @param exceptMessages ids of messages whose own failure does not count
     */
    List<FailedStep> failedSteps(Collection<Long> exceptMessages);

    JobFigures jobs();

    /** Whether this node runs jobs at all. */
    boolean isRunningJobs();

    /** Of the engine, e.g. 7.24.0. */
    String version();
}
