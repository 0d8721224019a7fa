package io.github.gradphoto.prints;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Phase;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 补印: other prints for a student who lost theirs, as long as the certificate is not made. */
@Service
@Transactional
public class Reprints {

    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_REFERENCE = 60;

    private final ReprintRepository reprints;
    private final PrintSetRepository sets;
    private final Applications applications;
    private final ApplicationProcess process;
    private final Photos photos;
    private final Notices notices;
    private final Messages messages;
    private final AuditLog audit;
    private final Clock clock;

    Reprints(
            ReprintRepository reprints,
            PrintSetRepository sets,
            Applications applications,
            ApplicationProcess process,
            Photos photos,
            Notices notices,
            Messages messages,
            AuditLog audit,
            Clock clock) {
        this.reprints = reprints;
        this.sets = sets;
        this.applications = applications;
        this.process = process;
        this.photos = photos;
        this.notices = notices;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the prints have come, no others are on their way, and the certificate does not exist yet. */
    @Transactional(readOnly = true)
    public boolean isPossible(String number) {
        var application = applications.byNumber(number);
        boolean received = sets.findFirstByApplicationIdOrderByIdDesc(application.id())
                .filter(set -> set.state() == PrintSet.State.RECEIVED)
                .isPresent();
        return application.isRunning()
                && received
                && process.openSteps(number).stream()
                        .noneMatch(open -> open.step().phase() == Phase.PRINTS
                                || open.step().isAfterTheDeskTookThePrint());
    }

    /** Cents that the notice takes for other prints; 0 where they are free. */
    @Transactional(readOnly = true)
    public int price(String number) {
        return notices.byId(applications.byNumber(number).noticeId()).fees().reprintCents();
    }

    /**
     * @param reference 流水号 of a transfer, empty where the student pays at the counter
     * @throws Refusal reasonNeeded, textTooLong, reprintNotPossible
     */
    public void ask(String number, String reason, String reference) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reasonNeeded");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw Refusal.invalid("textTooLong", LONGEST_REASON);
        }
        var paidBy = reference == null || reference.isBlank() ? null : reference.strip();
        if (paidBy != null && paidBy.length() > LONGEST_REFERENCE) {
            throw Refusal.invalid("textTooLong", LONGEST_REFERENCE);
        }
        var application = applications.lock(number);
        if (!isPossible(number)) {
            throw Refusal.conflict("reprintNotPossible");
        }
        reprints.saveAndFlush(new Reprint(application.id(), reason.strip(), price(number), paidBy, clock.instant()));
        if (!process.reprintAsked(number)) {
            throw Refusal.conflict("reprintNotPossible");
        }
    }

    /** What is free is granted at once. Can run twice. @return whether the bursary has to take money first */
    public boolean open(String number) {
        var application = applications.lock(number);
        var reprint = current(number);
        if (reprint.isOpen() && reprint.amountCents() == 0) {
            grant(application, reprint, "system");
        }
        return reprint.amountCents() > 0;
    }

    /** The money is there. @throws Refusal stepNotOpen */
    public void paid(String number, String by) {
        grant(applications.lock(number), current(number), by);
    }

    /** The new set is there before it is printed, so that the student can still say where it goes. */
    private void grant(Application application, Reprint reprint, String by) {
        reprint.decide(Reprint.State.GRANTED, null, by, clock.instant());
        sets.save(new PrintSet(
                application.id(), photos.current(application.number()).id(), clock.instant()));
        audit.record(by, "reprint-granted", application.number(), null);
        messages.send(
                MessageKind.REPRINT_GRANTED,
                application.number() + "-" + reprint.askedAt().toEpochMilli(),
                application.studentId(),
                application.number());
    }

    /** Nobody paid. @throws Refusal stepNotOpen */
    public void drop(String number, String note, String by) {
        var application = applications.lock(number);
        var reprint = current(number);
        reprint.decide(Reprint.State.DROPPED, note, by, clock.instant());
        audit.record(by, "reprint-dropped", number, note);
        messages.send(
                MessageKind.REPRINT_DROPPED,
                number + "-" + reprint.askedAt().toEpochMilli(),
                application.studentId(),
                number,
                note);
    }

    @Transactional(readOnly = true)
    public Optional<Reprint> latest(String number) {
        return reprints.findFirstByApplicationIdOrderByIdDesc(
                applications.byNumber(number).id());
    }

    public Reprint current(String number) {
        return latest(number).orElseThrow(() -> Refusal.conflict("stepNotOpen"));
    }
}
