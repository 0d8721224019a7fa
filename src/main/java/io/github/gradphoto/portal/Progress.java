package io.github.gradphoto.portal;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Phase;
import io.github.gradphoto.application.Step;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How far an application is, in the nine phases of the notice. */
record Progress(List<Line> lines) {

    /** Named as the page's classes and texts. */
    enum Mark {
        DONE,
        CURRENT,
        TO_COME
    }

    record Line(Phase phase, Mark mark) {}

    /** Steps that belong to no phase of the straight way. */
    private static final Set<Step> BESIDE = EnumSet.of(Step.DECIDE_LATE_CASE, Step.APPROVE_REFUND, Step.PAY_OUT_REFUND);

    /** @param printsReceived the prints may be done before or after the registration */
    static Progress of(Application application, List<OpenStep> open, boolean registered, boolean printsReceived) {
        var current = EnumSet.noneOf(Phase.class);
        if (application.isRunning()) {
            open.stream()
                    .map(OpenStep::step)
                    .filter(step -> !BESIDE.contains(step))
                    .map(Step::phase)
                    .forEach(current::add);
            if (registered && !current.contains(Phase.CERTIFICATE)) {
                current.add(Phase.CERTIFICATE);
            }
        }
        boolean collected = application.state() == Application.State.COLLECTED;
        var lines = Arrays.stream(Phase.values())
                .map(phase -> new Line(phase, collected ? Mark.DONE : mark(phase, current, printsReceived)))
                .toList();
        return new Progress(lines);
    }

    private static Mark mark(Phase phase, Set<Phase> current, boolean printsReceived) {
        if (current.contains(phase)) {
            return Mark.CURRENT;
        }
        boolean passed = phase == Phase.PRINTS
                ? printsReceived
                : !current.isEmpty() && phase.compareTo(current.iterator().next()) < 0;
        return passed ? Mark.DONE : Mark.TO_COME;
    }
}
