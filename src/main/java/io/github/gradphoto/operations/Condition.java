package io.github.gradphoto.operations;

import io.github.gradphoto.message.OutboxFigures;
import java.util.List;
import java.util.Map;

/**
 * How the installation is, now.
 *
 * @param parts       state of each part that Spring Boot's health checks know: UP, DOWN …
 * @param runningJobs whether this node runs jobs
 */
public record Condition(
        Map<String, String> parts,
        boolean runningJobs,
        JobFigures jobs,
        List<FailedStep> failedSteps,
        OutboxFigures outbox,
        Disk disk,
        Versions versions) {

    private static final String UP = "UP";

    public boolean isWell() {
        return runningJobs
                && failedSteps.isEmpty()
                && !disk.isScarce()
                && parts.values().stream().allMatch(UP::equals);
    }
}
