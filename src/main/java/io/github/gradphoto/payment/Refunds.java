package io.github.gradphoto.payment;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money back: what an application that ended before its certificate has paid. */
@Service
@Transactional
public class Refunds {

    private final RefundRepository refunds;
    private final FeeOrderRepository orders;
    private final Applications applications;
    private final Notices notices;
    private final Messages messages;
    private final AuditLog audit;
    private final Clock clock;

    Refunds(
            RefundRepository refunds,
            FeeOrderRepository orders,
            Applications applications,
            Notices notices,
            Messages messages,
            AuditLog audit,
            Clock clock) {
        this.refunds = refunds;
        this.orders = orders;
        this.applications = applications;
        this.notices = notices;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the newest order was paid and not given back. */
    @Transactional(readOnly = true)
    public boolean isDue(String number) {
        return newestOrder(number).filter(FeeOrder::isPaid).isPresent();
    }

    /** Opens the refund of a paid order. Can run twice. @return whether there is anything to give back */
    public boolean open(String number) {
        var paid = newestOrder(number).filter(FeeOrder::isPaid);
        paid.filter(order -> refunds.findByOrderId(order.id()).isEmpty())
                .ifPresent(order -> refunds.saveAndFlush(
                        new Refund(applications.byNumber(number).id(), order, clock.instant())));
        return paid.isPresent();
    }

    @Transactional(readOnly = true)
    public boolean needsFourEyes(String number) {
        return notices.byId(applications.byNumber(number).noticeId()).fees().fourEyes();
    }

    public void decide(String number, boolean approved, String note, String by) {
        current(number).decide(approved, by, note);
        audit.record(by, approved ? "refund-approved" : "refund-declined", number, note);
    }

    /** @throws Refusal secondPersonNeeded, referenceNeeded */
    public void paid(String number, String reference, String by) {
        if (reference == null || reference.isBlank()) {
            throw Refusal.invalid("referenceNeeded");
        }
        var refund = current(number);
        if (needsFourEyes(number) && by.equals(refund.approvedBy())) {
            throw Refusal.conflict("secondPersonNeeded");
        }
        refund.paid(by, reference.strip(), clock.instant());
        orders.findById(refund.orderId()).orElseThrow().refunded();
        audit.record(by, "refund-paid", number, reference.strip());
        messages.send(
                MessageKind.REFUND_PAID,
                number,
                applications.byNumber(number).studentId(),
                number,
                "%.2f".formatted(refund.amountCents() / 100.0));
    }

    @Transactional(readOnly = true)
    public Optional<Refund> latest(String number) {
        return refunds.findFirstByApplicationIdOrderByIdDesc(
                applications.byNumber(number).id());
    }

    private Refund current(String number) {
        return latest(number).orElseThrow(() -> Refusal.conflict("noRefund"));
    }

    private Optional<FeeOrder> newestOrder(String number) {
        return orders.findFirstByApplicationIdOrderByIdDesc(
                applications.byNumber(number).id());
    }
}
