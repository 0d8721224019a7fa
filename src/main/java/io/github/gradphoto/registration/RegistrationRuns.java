package io.github.gradphoto.registration;

import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.registration.RegistrationRun.Kind;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The runs: kept as they were seen, accepted by whoever uploaded them, found again by all of the office. What nobody
 * accepts is forgotten after a day.
 */
@Service
@Transactional
public class RegistrationRuns {

    private static final Duration KEPT = Duration.ofDays(1);

    private final RegistrationRunRepository runs;
    private final RunItemRepository items;
    private final RegistrationProcess process;
    private final AuditLog audit;
    private final Clock clock;

    RegistrationRuns(
            RegistrationRunRepository runs,
            RunItemRepository items,
            RegistrationProcess process,
            AuditLog audit,
            Clock clock) {
        this.runs = runs;
        this.items = items;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps what was read of a file, for the preview. @return the run, whose items have their keys now */
    RegistrationRun keep(Kind kind, List<RunItem> rows, String by) {
        runs.findByAcceptedAtIsNullAndStartedAtBefore(clock.instant().minus(KEPT))
                .forEach(this::remove);
        var run = runs.saveAndFlush(new RegistrationRun(kind, by, clock.instant()));
        rows.forEach(row -> row.of(run.id()));
        items.saveAllAndFlush(rows);
        return run;
    }

    /** @throws Refusal noRun, also where it is somebody else's and not accepted yet */
    @Transactional(readOnly = true)
    public RegistrationRun byId(long id, String reader) {
        return visible(runs.findById(id), reader);
    }

    private static RegistrationRun visible(Optional<RegistrationRun> found, String reader) {
        return found.filter(run -> run.isAccepted() || run.startedBy().equals(reader))
                .orElseThrow(() -> Refusal.notFound("noRun"));
    }

    @Transactional(readOnly = true)
    public List<RunItem> items(long id) {
        return items.findByRunIdOrderByLine(id);
    }

    /** What somebody has to look at comes first, then by line. */
    @Transactional(readOnly = true)
    public List<RunItem> items(long id, int most) {
        return items.mostUrgent(id, Limit.of(most));
    }

    @Transactional(readOnly = true)
    public Map<RunItem.State, Integer> counts(long id) {
        var counts = new EnumMap<RunItem.State, Integer>(RunItem.State.class);
        items.countByState(id).forEach(row -> counts.put((RunItem.State) row[0], ((Long) row[1]).intValue()));
        return counts;
    }

    /** Those that were accepted, newest first. */
    @Transactional(readOnly = true)
    public List<RegistrationRun> newest(int most) {
        return runs.findByAcceptedAtIsNotNullOrderByIdDesc(Limit.of(most));
    }

    /** Does what the preview showed. Accepting it again changes nothing. @throws Refusal noRun, runEmpty */
    public void accept(long id, String by) {
        var run = visible(runs.lock(id), by);
        if (run.isAccepted()) {
            return;
        }
        if (items.countByRunIdAndState(id, RunItem.State.WAITING) == 0) {
            throw Refusal.conflict("runEmpty");
        }
        start(run, by);
    }

    void start(RegistrationRun run, String by) {
        run.accepted(clock.instant());
        runs.saveAndFlush(run);
        audit.record(by, "registration-run-" + run.kind(), "run-" + run.id(), null);
        process.accepted(run.id());
    }

    /** @throws Refusal noRun, also where it was accepted already */
    public void discard(long id, String by) {
        var run = visible(runs.lock(id), by);
        if (run.isAccepted()) {
            throw Refusal.notFound("noRun");
        }
        remove(run);
    }

    private void remove(RegistrationRun run) {
        items.deleteByRunId(run.id());
        runs.delete(run);
        runs.flush();
    }
}
