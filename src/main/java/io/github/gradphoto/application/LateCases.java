package io.github.gradphoto.application;

import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.LastSecond;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of cases without a photo when the notice has closed: the office decides each. */
@Service
@Transactional
public class LateCases {

    /** The office's choice. */
    public enum Decision {
        EXTEND,
        /** No more time, and the case goes on: the answer to a request before the close. */
        KEEP,
        NEXT_ROUND,
        CLOSE
    }

    /** Where a case stands with its deadline; named as the process's fact. */
    public enum State {
        /** the time is over without a photo, or the student asks for more */
        DECIDE,
        WAIT,
        DONE
    }

    private static final int LONGEST_EXTENSION_DAYS = 60;

    private final ApplicationRepository repository;
    private final Applications applications;
    private final ApplicationProcess process;
    private final EndApplication end;
    private final Extensions extensions;
    private final Notices notices;
    private final Messages messages;
    private final AuditLog audit;
    private final Clock clock;
    private final int chunk;

    LateCases(
            ApplicationRepository repository,
            Applications applications,
            ApplicationProcess process,
            EndApplication end,
            Extensions extensions,
            Notices notices,
            Messages messages,
            AuditLog audit,
            Clock clock,
            @Value("${gradphoto.close-chunk:100}") int chunk) {
        this.repository = repository;
        this.applications = applications;
        this.process = process;
        this.end = end;
        this.extensions = extensions;
        this.notices = notices;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
        this.chunk = chunk;
    }

    /**
     * Tells the next cases of a closed notice, so many at a time that a transaction stays short. Each is locked before it is
     * looked at: a student who is just acting comes first or second, never in between.
     *
     * @param after the last number that was told, empty at first
     * @return the last number of this chunk, or empty when everyone was told
     */
    public String tell(long noticeId, String after) {
        var numbers = repository.runningAfter(noticeId, after, chunk);
        numbers.stream()
                .filter(number -> LastSecond.isOver(applications.lock(number).closesAt(), clock.instant()))
                .filter(this::hasNoPhotoYet)
                .forEach(process::noticeClosed);
        if (numbers.size() < chunk) {
            notices.close(noticeId);
            return "";
        }
        return numbers.get(numbers.size() - 1);
    }

    /** Also keeps a case from being asked about twice, when a chunk runs again. */
    private boolean hasNoPhotoYet(String number) {
        var steps = process.openSteps(number).stream().map(OpenStep::step).toList();
        return !steps.contains(Step.DECIDE_LATE_CASE) && steps.stream().anyMatch(Step::isBeforePhoto);
    }

    /** What a case whose deadline is looked at needs now. */
    @Transactional(readOnly = true)
    public State state(String number) {
        if (extensions.open(number).isPresent()) {
            return State.DECIDE;
        }
        if (!isClosed(number)) {
            return State.WAIT;
        }
        return hasNoPhotoYet(number) ? State.DECIDE : State.DONE;
    }

    /**
     * @param until last day of an extension, which ends at 23:59:59 in Asia/Shanghai; null otherwise
     * @throws Refusal extensionInvalid; notClosedYet: a request for more time ends no case that is in time; keepNotPossible
     */
    public void decide(String number, Decision decision, LocalDate until, String note, String decidedBy) {
        ensurePossible(number, decision);
        extensions.answer(number, decision, note, decidedBy);
        switch (decision) {
            case EXTEND -> extend(number, until, decidedBy);
            case KEEP -> audit.record(decidedBy, "extension-refused", number, null);
            case NEXT_ROUND -> end.close(number, EndReason.NEXT_ROUND, note, decidedBy);
            case CLOSE -> end.close(number, EndReason.CLOSED, note, decidedBy);
        }
    }

    private void ensurePossible(String number, Decision decision) {
        boolean asked = extensions.open(number).isPresent();
        if (decision == Decision.KEEP && (!asked || isTooLate(number))) {
            throw Refusal.conflict("keepNotPossible");
        }
        if (endsInTime(number, decision)) {
            throw Refusal.conflict("notClosedYet");
        }
    }

    /** Whether the decision would end a case that asks for more time before its own deadline. */
    boolean endsInTime(String number, Decision decision) {
        boolean ends = decision == Decision.CLOSE || decision == Decision.NEXT_ROUND;
        return ends && !isClosed(number) && extensions.open(number).isPresent();
    }

    private boolean isClosed(String number) {
        return LastSecond.isOver(applications.byNumber(number).closesAt(), clock.instant());
    }

    /** Closed, and no photo: nothing may go on without more time. */
    private boolean isTooLate(String number) {
        return isClosed(number)
                && process.openSteps(number).stream().map(OpenStep::step).anyMatch(Step::isBeforePhoto);
    }

    /** @throws Refusal extensionInvalid */
    void ensureExtension(LocalDate until) {
        var today = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
        if (until == null || until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_EXTENSION_DAYS))) {
            throw Refusal.invalid("extensionInvalid", LONGEST_EXTENSION_DAYS);
        }
    }

    private void extend(String number, LocalDate until, String decidedBy) {
        ensureExtension(until);
        applications.extendTo(number, Deadlines.endOf(until));
        audit.record(decidedBy, "deadline-extended", number, until.toString());
    }

    /** Moves the waiting steps of an extended case to its new deadline and tells the student. Can run twice. */
    public void moveDeadline(String number) {
        var application = applications.byNumber(number);
        process.deadlineMoved(number);
        var day = LocalDate.ofInstant(application.closesAt(), Deadlines.ZONE).format(DateTimeFormatter.ISO_DATE);
        messages.send(MessageKind.DEADLINE_EXTENDED, number + "-" + day, application.studentId(), number, day);
    }
}
