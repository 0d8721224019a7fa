package io.github.gradphoto.registration;

import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.registration.RegistrationRun.Kind;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works a run off: each item completes the same task as in Tasklist, through the same form and under the rights of whoever
 * accepted the run. The task and the note that the item is done are one transaction, so that a kill at any moment neither
 * loses an item nor does it twice; a refusal is that item's alone.
 */
@Service
public class RunWork {

    private static final Logger LOG = LoggerFactory.getLogger(RunWork.class);

    private final RegistrationRunRepository runs;
    private final RunItemRepository items;
    private final RunPictures pictures;
    private final Registrations registrations;
    private final StaffTaskDriver tasks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** So few that a chunk stays under ten seconds. */
    private final int chunk;

    RunWork(
            RegistrationRunRepository runs,
            RunItemRepository items,
            RunPictures pictures,
            Registrations registrations,
            StaffTaskDriver tasks,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${gradphoto.registration-chunk:50}") int chunk) {
        this.runs = runs;
        this.items = items;
        this.pictures = pictures;
        this.registrations = registrations;
        this.tasks = tasks;
        this.transaction = transaction;
        this.clock = clock;
        this.chunk = chunk;
    }

    /**
     * Does the next items. Must be called outside of a transaction.
     *
     * @return whether all of the run is done
     */
    public boolean doNext(long runId) {
        var run = runs.findById(runId).orElseThrow();
        items.idsOf(runId, RunItem.State.WAITING, Limit.of(chunk)).forEach(item -> settle(run, item));
        return Boolean.TRUE.equals(transaction.execute(status -> finish(runId)));
    }

    private boolean finish(long runId) {
        if (items.countByRunIdAndState(runId, RunItem.State.WAITING) > 0) {
            return false;
        }
        var run = runs.findById(runId).orElseThrow();
        if (!run.isFinished()) {
            run.finished((int) items.countByRunIdAndState(runId, RunItem.State.DONE), clock.instant());
        }
        return true;
    }

    private void settle(RegistrationRun run, long itemId) {
        try {
            transaction.executeWithoutResult(status -> work(run, itemId));
        } catch (Refusal refusal) {
            transaction.executeWithoutResult(status -> refuse(itemId, refusal));
        } catch (RuntimeException broken) {
            // One broken case must not hold up a thousand; its task stays open, and the next run finds it.
            LOG.error("Item {} of run {} failed", itemId, run.id(), broken);
            transaction.executeWithoutResult(status -> refuse(itemId, Refusal.conflict("runItemFailed")));
        }
    }

    private void work(RegistrationRun run, long itemId) {
        var item = items.lock(itemId).orElseThrow();
        if (!item.isWaiting()) {
            return;
        }
        var number = item.applicationNumber();
        if (item.registrationId() != null && !registrations.current(number).id().equals(item.registrationId())) {
            throw Refusal.conflict("registrationOther");
        }
        if (run.kind() == Kind.PICTURES) {
            boolean other = registrations.finishedPicture(number, pictures.of(itemId), run.startedBy());
            pictures.forget(itemId);
            if (!other) {
                item.nothingToDo(RunItem.State.ALREADY);
                return;
            }
        } else {
            tasks.complete(number, item.step(), run.startedBy(), fields(item));
        }
        item.done(registrations.current(number).id());
    }

    private void refuse(long itemId, Refusal refusal) {
        var item = items.lock(itemId).orElseThrow();
        if (!item.isWaiting()) {
            return;
        }
        item.refused(refusal);
        pictures.forget(itemId);
    }

    /** As the form of the step sends them. */
    private static Map<String, String> fields(RunItem item) {
        var fields = new HashMap<String, String>();
        if (item.outcome() != null) {
            fields.put(item.step() == Step.ENTER_COMPARISON_RESULT ? "comparison" : "decision", item.outcome());
        }
        if (item.note() != null) {
            fields.put("note", item.note());
        }
        return fields;
    }
}
