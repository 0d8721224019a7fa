package io.github.gradphoto.payment;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The fee of an application: one order at a time, paid once. */
@Service
@Transactional
public class Payments {

    /** What the decision table {@code fee} looks at. */
    public record Facts(CollectionType collectionType, boolean exempt) {}

    private static final int LONGEST_REFERENCE = 60;

    private final FeeOrderRepository orders;
    private final Applications applications;
    private final Notices notices;
    private final Roster roster;
    private final ApplicationProcess process;
    private final Messages messages;
    private final AuditLog audit;
    private final Clock clock;

    Payments(
            FeeOrderRepository orders,
            Applications applications,
            Notices notices,
            Roster roster,
            ApplicationProcess process,
            Messages messages,
            AuditLog audit,
            Clock clock) {
        this.orders = orders;
        this.applications = applications;
        this.notices = notices;
        this.roster = roster;
        this.process = process;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Facts facts(String number) {
        var application = applications.byNumber(number);
        return new Facts(
                application.collectionType(),
                roster.byId(application.studentId()).isFeeExempt());
    }

    /**
     * Opens the order of the fee, unless there is nothing to pay or it is paid already. Locks the application, as an
     * arriving payment does, so that neither can miss the other. Can run twice.
     *
     * @return whether the student owes money
     */
    public boolean open(String number, Tariff tariff) {
        var application = applications.lock(number);
        var amount = tariff.cents(notices.byId(application.noticeId()).fees());
        var newest = newest(application);
        if (amount == 0 || newest.filter(FeeOrder::isPaid).isPresent()) {
            return false;
        }
        if (newest.filter(FeeOrder::isOpen).isEmpty()) {
            openNew(application, tariff, amount, newest.map(FeeOrder::number).orElse(null));
        }
        return true;
    }

    private void openNew(Application application, Tariff tariff, int amount, String previous) {
        var now = clock.instant();
        var days = notices.byId(application.noticeId()).fees().orderDays();
        int turn = previous == null ? 1 : Integer.parseInt(previous.substring(previous.lastIndexOf('-') + 1)) + 1;
        orders.saveAndFlush(new FeeOrder(
                application.number() + "-" + turn,
                application.id(),
                tariff,
                amount,
                now,
                now.plus(Duration.ofDays(days))));
    }

    /** The order ran out: it is closed and a new one opened, so that the student can still pay. Can run twice. */
    public void reopen(String number) {
        var application = applications.lock(number);
        newest(application)
                .filter(order -> order.isOpen() && !order.expiresAt().isAfter(clock.instant()))
                .ifPresent(order -> {
                    order.expire();
                    openNew(application, order.tariff(), order.amountCents(), order.number());
                    messages.send(MessageKind.ORDER_REOPENED, order.number(), application.studentId(), number);
                });
    }

    /** The student says how they pay. @throws Refusal methodNotOffered, referenceNeeded, stepNotOpen, closed */
    public void choose(String number, PaymentMethod method, String reference) {
        if (!method.isOffered()) {
            throw Refusal.invalid("methodNotOffered");
        }
        var given = reference == null ? "" : reference.strip();
        if (method == PaymentMethod.TRANSFER && given.isEmpty()) {
            throw Refusal.invalid("referenceNeeded");
        }
        if (given.length() > LONGEST_REFERENCE) {
            throw Refusal.invalid("textTooLong", LONGEST_REFERENCE);
        }
        var application = applications.lockForStudent(number);
        open(application).choose(method, given.isEmpty() ? null : given);
        process.paymentChosen(number);
    }

    /** The bursary found the money. @throws Refusal alreadyPaid, valueDateInvalid */
    public void confirm(String number, LocalDate valueDate, String note, String by) {
        var application = applications.lock(number);
        if (valueDate == null || valueDate.isAfter(LocalDate.now(clock))) {
            throw Refusal.invalid("valueDateInvalid");
        }
        settle(application, open(application), valueDate, note, by);
    }

    /** Money arrived by itself, reported by an outside system; the process goes on if it waits for it. */
    public void arrived(String number, LocalDate valueDate, String source) {
        var application = applications.lock(number);
        settle(application, open(application), valueDate, null, source);
        process.paymentReceived(number);
    }

    private void settle(Application application, FeeOrder order, LocalDate valueDate, String note, String by) {
        order.paid(valueDate, by, note, clock.instant());
        audit.record(by, "payment-confirmed", application.number(), order.number());
        messages.send(
                MessageKind.PAYMENT_CONFIRMED,
                order.number(),
                application.studentId(),
                application.number(),
                "%.2f".formatted(order.amountCents() / 100.0));
    }

    /** The bursary did not find the money: the student is asked again. */
    public void notFound(String number, String note, String by) {
        var application = applications.lock(number);
        var order = open(application);
        order.notFound(by, note);
        audit.record(by, "payment-not-found", number, order.number());
        messages.send(
                MessageKind.PAYMENT_NOT_FOUND,
                order.number() + "-" + clock.millis(),
                application.studentId(),
                number,
                note);
    }

    public void remind(String number) {
        var application = applications.byNumber(number);
        newest(application)
                .filter(FeeOrder::isOpen)
                .ifPresent(order -> messages.send(
                        MessageKind.PAYMENT_REMINDER,
                        order.number(),
                        application.studentId(),
                        number,
                        "%.2f".formatted(order.amountCents() / 100.0)));
    }

    /** Closes an order that nobody will pay any more. */
    public void cancelOpen(String number) {
        newest(applications.byNumber(number)).ifPresent(FeeOrder::cancel);
    }

    @Transactional(readOnly = true)
    public Optional<FeeOrder> latest(String number) {
        return newest(applications.byNumber(number));
    }

    private Optional<FeeOrder> newest(Application application) {
        return orders.findFirstByApplicationIdOrderByIdDesc(application.id());
    }

    private FeeOrder open(Application application) {
        return newest(application).orElseThrow(() -> Refusal.conflict("stepNotOpen"));
    }
}
