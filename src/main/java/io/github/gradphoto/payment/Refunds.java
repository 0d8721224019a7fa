package io.github.gradphoto.payment;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.EndReason;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money back: what a case that ended before its certificate has paid, and sums that were not owed. */
@Service
@Transactional
public class Refunds {

    private final RefundRepository refunds;
    private final FeeOrderRepository orders;
    private final Applications applications;
    private final Notices notices;
    private final Roster roster;
    private final PaymentProcess process;
    private final Messages messages;
    private final MessageSource texts;
    private final AuditLog audit;
    private final Clock clock;

    Refunds(
            RefundRepository refunds,
            FeeOrderRepository orders,
            Applications applications,
            Notices notices,
            Roster roster,
            PaymentProcess process,
            Messages messages,
            MessageSource texts,
            AuditLog audit,
            Clock clock) {
        this.refunds = refunds;
        this.orders = orders;
        this.applications = applications;
        this.notices = notices;
        this.roster = roster;
        this.process = process;
        this.messages = messages;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the newest order was paid, wholly or in part, and not given back. */
    @Transactional(readOnly = true)
    public boolean isDue(String number) {
        return !waitsForNextRound(applications.byNumber(number))
                && newestOrder(number).filter(FeeOrder::isReturnable).isPresent();
    }

    /** 补采: what was paid is kept for the next round, as long as there may be one. */
    private boolean waitsForNextRound(Application application) {
        return application.endReason() == EndReason.NEXT_ROUND && notices.mayGoOn(application.noticeId());
    }

    /** Whether nobody has asked for the money of this order back. */
    boolean isUnasked(FeeOrder order) {
        return order.isReturnable()
                && refunds.findBySource(Refund.source(order)).isEmpty();
    }

    /** No round uses it any more: what a case paid goes back by a process of its own. Can run twice. */
    void giveBack(Application application) {
        newestOrder(application.number()).filter(this::isUnasked).ifPresent(order -> {
            var refund = refunds.saveAndFlush(new Refund(application.id(), order, clock.instant()));
            start(application, refund, Refund.Cause.ENDED);
        });
    }

    /** More was paid for an earlier round than this one costs. */
    void openSurplus(Application application, FeeOrder order, FeeOrder earlier, int cents) {
        var refund = refunds.saveAndFlush(new Refund(application.id(), order, earlier, cents, clock.instant()));
        start(application, refund, Refund.Cause.SURPLUS);
    }

    /** Opens the refund of what an ended case has paid. Can run twice. @return its id, empty where nothing is to give back */
    public Optional<Long> open(String number) {
        return newestOrder(number)
                .filter(FeeOrder::isReturnable)
                .map(order -> refunds.findBySource(Refund.source(order))
                        .orElseGet(() -> refunds.saveAndFlush(
                                new Refund(applications.byNumber(number).id(), order, clock.instant()))))
                .map(Refund::id);
    }

    /** A sum, or a part of it, was not owed: it goes back by a process of its own, and the student is told. */
    void open(Application application, IncomingPayment money, Refund.Cause cause, int cents) {
        var refund = refunds.saveAndFlush(new Refund(application.id(), money, cause, cents, clock.instant()));
        start(application, refund, cause);
    }

    private void start(Application application, Refund refund, Refund.Cause cause) {
        var student = roster.byId(application.studentId());
        process.refundAsked(application.number(), student.classCode(), refund.id());
        messages.send(
                MessageKind.REFUND_ASKED,
                application.number() + "-" + refund.id(),
                student.id(),
                application.number(),
                Yuan.text(refund.amountCents()),
                texts.getMessage("refund.cause." + cause, null, Locale.forLanguageTag(student.language())));
    }

    @Transactional(readOnly = true)
    public boolean needsFourEyes(String number) {
        return notices.byId(applications.byNumber(number).noticeId()).fees().fourEyes();
    }

    public void decide(String number, Long refundId, boolean approved, String note, String by) {
        find(number, refundId).decide(approved, by, note);
        audit.record(by, approved ? "refund-approved" : "refund-declined", number, note);
    }

    /** @throws Refusal secondPersonNeeded, referenceNeeded */
    public void paid(String number, Long refundId, String reference, String by) {
        if (reference == null || reference.isBlank()) {
            throw Refusal.invalid("referenceNeeded");
        }
        var refund = find(number, refundId);
        if (needsFourEyes(number) && by.equals(refund.approvedBy())) {
            throw Refusal.conflict("secondPersonNeeded");
        }
        refund.paid(by, reference.strip(), clock.instant());
        if (refund.cause() == Refund.Cause.ENDED) {
            orders.findById(refund.orderId()).orElseThrow().refunded();
        }
        audit.record(by, "refund-paid", number, reference.strip());
        messages.send(
                MessageKind.REFUND_PAID,
                number + "-" + refund.id(),
                applications.byNumber(number).studentId(),
                number,
                Yuan.text(refund.amountCents()));
    }

    @Transactional(readOnly = true)
    public Optional<Refund> latest(String number) {
        return refunds.findFirstByApplicationIdOrderByIdDesc(
                applications.byNumber(number).id());
    }

    /** In one statement, by their keys; those that do not exist are left out. */
    @Transactional(readOnly = true)
    public Map<Long, Refund> byIds(Collection<Long> ids) {
        return refunds.findAllById(ids).stream().collect(Collectors.toMap(Refund::id, refund -> refund));
    }

    /** All refunds of a case, newest first. */
    @Transactional(readOnly = true)
    public List<Refund> of(String number) {
        return refunds.findByApplicationIdOrderByIdDesc(
                applications.byNumber(number).id());
    }

    /** @param id null for a task that was there before refunds had several causes. @throws Refusal noRefund */
    @Transactional(readOnly = true)
    public Refund find(String number, Long id) {
        var own = applications.byNumber(number).id();
        return (id == null ? latest(number) : refunds.findById(id))
                .filter(refund -> refund.applicationId().equals(own))
                .orElseThrow(() -> Refusal.conflict("noRefund"));
    }

    /** The order of which the money is, if there is one. */
    @Transactional(readOnly = true)
    public Optional<FeeOrder> orderOf(Refund refund) {
        return Optional.ofNullable(refund.orderId()).flatMap(orders::findById);
    }

    private Optional<FeeOrder> newestOrder(String number) {
        return orders.findFirstByApplicationIdOrderByIdDesc(
                applications.byNumber(number).id());
    }
}
