package io.github.gradphoto.payment;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.payment.IncomingPayment.State;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 来款认领: money that matched nobody is given to a student, or sent back. */
@Service
@Transactional
public class UnmatchedPayments {

    private static final int LONGEST_REFERENCE = 100;

    private final IncomingPaymentRepository incoming;
    private final Payments payments;
    private final Roster roster;
    private final Applications applications;
    private final Notices notices;
    private final PaymentProcess process;
    private final AuditLog audit;
    private final Clock clock;

    UnmatchedPayments(
            IncomingPaymentRepository incoming,
            Payments payments,
            Roster roster,
            Applications applications,
            Notices notices,
            PaymentProcess process,
            AuditLog audit,
            Clock clock) {
        this.incoming = incoming;
        this.payments = payments;
        this.roster = roster;
        this.applications = applications;
        this.notices = notices;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps the sum and asks the bursary whose it is. @throws Refusal transactionKnown */
    void record(Arrival money, String studentNumber, String payer, String by) {
        var kept = payments.record(Channel.LIST, money, studentNumber, payer, by);
        audit.record(by, "payment-UNMATCHED", subject(kept.id()), money.transaction());
        process.unmatched(kept.id());
    }

    /** In one statement, by their keys; those that do not exist are left out. */
    @Transactional(readOnly = true)
    public Map<Long, IncomingPayment> byIds(Collection<Long> ids) {
        return incoming.findAllById(ids).stream().collect(Collectors.toMap(IncomingPayment::id, money -> money));
    }

    @Transactional(readOnly = true)
    public IncomingPayment byId(long id) {
        return incoming.findById(id).orElseThrow(() -> Refusal.notFound("noPayment"));
    }

    /** @throws Refusal noApplicant where the number is nobody's, or of a student who has not applied */
    public void assign(long id, String studentNumber, String by) {
        var money = byId(id);
        var application = roster.byNumber(studentNumber)
                .flatMap(student -> applications.latestOf(student.id()))
                .orElseThrow(() -> Refusal.invalid("noApplicant"));
        if (money.state() != State.UNMATCHED) {
            throw Refusal.conflict("paymentDecided");
        }
        audit.record(by, "payment-assigned", application.number(), money.transactionNumber());
        payments.assign(money, application.number(), by);
    }

    /** It is nobody's: it shall go back. */
    public void askReturn(long id, String note, String by) {
        byId(id).askReturn(by);
        audit.record(by, "payment-return-asked", subject(id), note);
    }

    /** Sent back. @throws Refusal referenceNeeded, textTooLong, secondPersonNeeded */
    public void returned(long id, String reference, String by) {
        if (reference == null || reference.isBlank()) {
            throw Refusal.invalid("referenceNeeded");
        }
        if (reference.length() > LONGEST_REFERENCE) {
            throw Refusal.invalid("textTooLong", LONGEST_REFERENCE);
        }
        var money = byId(id);
        if (by.equals(money.decidedBy()) && isFourEyes()) {
            throw Refusal.conflict("secondPersonNeeded");
        }
        money.returned(reference.strip(), by, clock.instant());
        audit.record(by, "payment-returned", subject(id), reference.strip());
    }

    /** Whether another person than who decided it has to send money back. */
    @Transactional(readOnly = true)
    public boolean isFourEyes() {
        return notices.current().filter(notice -> notice.fees().fourEyes()).isPresent();
    }

    private static String subject(long id) {
        return "payment-" + id;
    }
}
