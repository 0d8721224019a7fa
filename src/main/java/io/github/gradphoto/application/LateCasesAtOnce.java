package io.github.gradphoto.application;

import io.github.gradphoto.application.LateCases.Decision;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One decision for all late cases of a notice: completes their tasks, as somebody who goes through them one by one. */
@Service
@Transactional
public class LateCasesAtOnce {

    /** Each case ends or goes on within the same transaction, so that few fit into one. */
    private final int chunk;

    private final ApplicationRepository repository;
    private final ApplicationProcess process;
    private final StaffTaskDriver tasks;
    private final HeldTasks held;
    private final LateCases cases;
    private final Clock clock;

    LateCasesAtOnce(
            ApplicationRepository repository,
            ApplicationProcess process,
            StaffTaskDriver tasks,
            HeldTasks held,
            LateCases cases,
            Clock clock,
            @Value("${gradphoto.decision-chunk:25}") int chunk) {
        this.repository = repository;
        this.process = process;
        this.tasks = tasks;
        this.held = held;
        this.cases = cases;
        this.clock = clock;
        this.chunk = chunk;
    }

    /** Cases of the notice that wait for a decision now. */
    @Transactional(readOnly = true)
    public List<String> undecided(long noticeId) {
        var running = repository.runningAfter(noticeId, "", Integer.MAX_VALUE);
        return process.openSteps(running).entrySet().stream()
                .filter(open -> open.getValue().stream().anyMatch(step -> step.step() == Step.DECIDE_LATE_CASE))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * Checks a decision before it is made for many.
     *
     * @param left how many cases it is for; without any, no decision is needed
     * @throws Refusal decisionNeeded, extensionInvalid, noteNeeded
     */
    public void ensurePossible(int left, Decision decision, LocalDate until, String note) {
        if (left == 0 && decision == null) {
            return;
        }
        if (decision == null || decision == Decision.KEEP) {
            throw Refusal.invalid("decisionNeeded");
        }
        if (decision == Decision.EXTEND) {
            cases.ensureExtension(until);
        } else if (note == null) {
            throw Refusal.invalid("noteNeeded");
        }
    }

    /**
     * Decides the next ones. What a colleague has claimed is left to them, and a case that asks for more time
     * before a later deadline of its own is left to a decision of its own. A rerun finds the decided ones gone.
     *
     * @param after number of the last that was looked at, empty at first
     * @return the last number of this chunk, or empty when all were looked at
     */
    public String decideNext(long noticeId, String after, Decision decision, LocalDate until, String note, String by) {
        var numbers = repository.runningAfter(noticeId, after, chunk);
        var open = process.openSteps(numbers);
        for (var number : numbers) {
            boolean waits = open.getOrDefault(number, List.of()).stream()
                    .anyMatch(step -> step.step() == Step.DECIDE_LATE_CASE);
            if (waits && held.isFree(number, Step.DECIDE_LATE_CASE, by) && !cases.endsInTime(number, decision)) {
                tasks.complete(number, Step.DECIDE_LATE_CASE, by, fields(decision, until, note));
            }
        }
        return numbers.size() < chunk ? "" : numbers.get(numbers.size() - 1);
    }

    private Map<String, String> fields(Decision decision, LocalDate until, String note) {
        var today = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
        // an extension that was decided before midnight and is carried out after it ends today at the earliest
        var day = until == null ? "" : (until.isBefore(today) ? today : until).toString();
        return Map.of("decision", decision.name(), "until", day, "note", note == null ? "" : note);
    }
}
