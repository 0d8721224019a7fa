package io.github.gradphoto.prints;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.prints.PrintRunMember.Label;
import io.github.gradphoto.prints.PrintRunMember.State;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 成批制作: the prints of many students in one file, in the order in which they are packed. Who is in a run is kept, so that
 * a run can be downloaded again as it was, nobody is in two runs, and what stopped half-way goes on with the rest. Each
 * student's task is completed by itself.
 */
@Service
public class PrintRuns {

    /** So many fit into one file that an office printer takes. */
    public static final int MOST = 500;

    private static final Logger LOG = LoggerFactory.getLogger(PrintRuns.class);

    private static final int SHOWN = 20;

    /** What became of one student's prints. @param refusal why they are still open, or null */
    public record Result(PrintRunMember member, State state, Refusal refusal) {}

    private final PrintRunStore store;
    private final PrintSetRepository sets;
    private final Deliveries deliveries;
    private final StaffTaskDriver tasks;
    private final Applications applications;
    private final Notices notices;
    private final Roster roster;
    private final Photos photos;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final PrintSheet sheet = new PrintSheet();

    PrintRuns(
            PrintRunStore store,
            PrintSetRepository sets,
            Deliveries deliveries,
            StaffTaskDriver tasks,
            Applications applications,
            Notices notices,
            Roster roster,
            Photos photos,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.sets = sets;
        this.deliveries = deliveries;
        this.tasks = tasks;
        this.applications = applications;
        this.notices = notices;
        this.roster = roster;
        this.photos = photos;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Puts a run together, by class and student number, at most {@link #MOST}.
     *
     * @param numbers of cases of one notice that wait for their prints; those that are in an open run stay there
     * @return its id
     * @throws Refusal nobodyToPrint
     */
    @Transactional
    public long open(long noticeId, Collection<String> numbers, String by) {
        if (numbers.isEmpty()) {
            throw Refusal.conflict("nobodyToPrint");
        }
        store.lockNotice(noticeId);
        var taken = store.applicationsInOpenRuns();
        var cases = applications.byNumbers(numbers).stream()
                .filter(one -> one.noticeId() == noticeId && one.isRunning() && !taken.contains(one.id()))
                .toList();
        if (cases.isEmpty()) {
            throw Refusal.conflict("nobodyToPrint");
        }
        var students = roster.byIds(cases.stream().map(Application::studentId).toList());
        var order = Comparator.comparing(
                        (Application one) -> students.get(one.studentId()).classCode())
                .thenComparing(one -> students.get(one.studentId()).studentNumber());
        var terms = notices.byId(noticeId).prints();
        var layout = new SheetLayout(
                terms.paper(), terms.widthMm().doubleValue(), terms.heightMm().doubleValue(), terms.count());
        long run = store.add(noticeId, layout, by);
        int place = 0;
        for (var one : cases.stream().sorted(order).limit(MOST).toList()) {
            var photo = photos.current(one.number());
            var student = students.get(one.studentId());
            store.add(
                    run,
                    one.id(),
                    ++place,
                    photo.officialId(),
                    BagCode.of(one.number(), photos.officialSha256(photo)).toString(),
                    deliveries.methodOf(one.number()),
                    new Label(student.studentNumber(), student.name(), student.className()));
        }
        audit.record(by, "print-run-opened", subject(run), Integer.toString(place));
        return run;
    }

    @Transactional(readOnly = true)
    public List<PrintRun> newest() {
        return store.newest(SHOWN);
    }

    /** @throws Refusal noRun */
    @Transactional(readOnly = true)
    public PrintRun byId(long runId) {
        return store.run(runId);
    }

    @Transactional(readOnly = true)
    public List<PrintRunMember> members(long runId) {
        store.run(runId);
        return store.members(runId);
    }

    /**
     * The sheets of a run, one page each; without those that must not be used any more.
     *
     * @param from place of the first, from 1: what is left after a paper jam
     * @throws Refusal noRun, nobodyToPrint
     */
    @Transactional
    public byte[] sheets(long runId, int from, String viewer) {
        var run = store.run(runId);
        var prints = onPaper(runId, from).stream()
                .map(one -> new Print(
                        photos.show(one.blobId(), viewer, "print").content(),
                        one.label().caption()))
                .toList();
        audit.record(viewer, "print-run-downloaded", subject(runId), from + " " + prints.size());
        return sheet.pdf(prints, run.layout());
    }

    /** @throws Refusal noRun, nobodyToPrint */
    @Transactional(readOnly = true)
    public List<PrintRunMember> onPaper(long runId, int from) {
        store.run(runId);
        var members = store.onPaper(runId, from);
        if (members.isEmpty()) {
            throw Refusal.conflict("nobodyToPrint");
        }
        return members;
    }

    /**
     * Reports the next ones as printed.
     *
     * @param after place of the last that was tried, 0 at first: who stays open does not keep back those behind
     * @return nothing when all were tried
     * @throws Refusal noPrintRun
     */
    public List<Result> printed(long runId, int after, int most, String by) {
        byId(runId);
        var results = new ArrayList<Result>();
        for (var one : store.open(runId, after, most)) {
            results.add(printed(one, by));
        }
        return results;
    }

    private Result printed(PrintRunMember one, String by) {
        try {
            return reported(one, by);
        } catch (Refusal refusal) {
            return new Result(one, State.OPEN, refusal);
        } catch (RuntimeException broken) {
            // One broken case must not hold up five hundred; its task stays open.
            LOG.error("Print {} of {} was not reported", one.id(), one.number(), broken);
            return new Result(one, State.OPEN, Refusal.conflict("runItemFailed"));
        }
    }

    private Result reported(PrintRunMember one, String by) {
        try {
            var state = transaction.execute(status -> complete(one, by));
            return new Result(one, state, null);
        } catch (Refusal refusal) {
            if (!refusal.key().equals("stepNotOpen")) {
                throw refusal;
            }
            // The task is gone: somebody reported it in Tasklist, or these prints are void.
            var state = transaction.execute(status -> ended(one, isPrinted(one) ? State.ELSEWHERE : State.DROPPED));
            return new Result(one, state, null);
        }
    }

    private State complete(PrintRunMember one, String by) {
        applications.lock(one.number());
        if (!photos.current(one.number()).officialId().equals(one.blobId())) {
            return ended(one, State.DROPPED);
        }
        // Whoever reports or gives up the same run at the same time was quicker.
        if (!store.end(one.id(), State.PRINTED)) {
            return store.stateOf(one.id());
        }
        tasks.complete(one.number(), Step.PRINT_PHOTOS, by, Map.of());
        return State.PRINTED;
    }

    private State ended(PrintRunMember one, State state) {
        store.end(one.id(), state);
        return state;
    }

    private boolean isPrinted(PrintRunMember one) {
        var application = applications.byNumber(one.number());
        return photos.latest(one.number())
                        .filter(photo -> photo.officialId().equals(one.blobId()))
                        .isPresent()
                && sets.findFirstByApplicationIdOrderByIdDesc(application.id())
                        .filter(set -> set.state() != PrintSet.State.TO_PRINT && set.state() != PrintSet.State.VOID)
                        .isPresent();
    }

    /** Those who are not reported are free for another run. @return how many. @throws Refusal noRun */
    @Transactional
    public int release(long runId, String by) {
        store.run(runId);
        int released = store.release(runId);
        audit.record(by, "print-run-released", subject(runId), Integer.toString(released));
        return released;
    }

    private static String subject(long runId) {
        return "print-run-" + runId;
    }
}
