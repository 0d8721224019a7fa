package io.github.gradphoto.payment;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.EndReason;
import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.evidence.EvidencePurpose;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.payment.IncomingPayment.State;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The fee of an application: one order at a time, paid once; and every sum that arrives for it, recorded once. */
@Service
@Transactional
public class Payments {

    /** What the decision table {@code fee} looks at. */
    public record Facts(CollectionType collectionType, boolean exempt) {}

    private static final int LONGEST_REFERENCE = 60;
    private static final String SYSTEM = "system";

    private final FeeOrderRepository orders;
    private final IncomingPaymentRepository incoming;
    private final Refunds refunds;
    private final Applications applications;
    private final Notices notices;
    private final Roster roster;
    private final ApplicationProcess process;
    private final EvidenceFile evidence;
    private final Messages messages;
    private final AuditLog audit;
    private final Clock clock;

    Payments(
            FeeOrderRepository orders,
            IncomingPaymentRepository incoming,
            Refunds refunds,
            Applications applications,
            Notices notices,
            Roster roster,
            ApplicationProcess process,
            EvidenceFile evidence,
            Messages messages,
            AuditLog audit,
            Clock clock) {
        this.orders = orders;
        this.incoming = incoming;
        this.refunds = refunds;
        this.applications = applications;
        this.notices = notices;
        this.roster = roster;
        this.process = process;
        this.evidence = evidence;
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
     * Opens the order of the fee, unless there is nothing to pay or it is paid already. Money that came before goes into
     * it. Locks the application, as arriving money does, so that neither can miss the other. Can run twice.
     *
     * @return whether the student owes money
     */
    public boolean open(String number, Tariff tariff) {
        var application = applications.lock(number);
        var amount = tariff.cents(notices.byId(application.noticeId()).fees());
        var newest = newest(application);
        if (amount > 0
                && newest.filter(order -> order.isOpen() || order.isPaid()).isEmpty()) {
            openNew(application, tariff, amount, newest.map(FeeOrder::number).orElse(null));
        }
        if (amount == 0) {
            giveBackEarlier(application);
        }
        settleHeld(application);
        return newest(application).filter(FeeOrder::isOpen).isPresent();
    }

    private void openNew(Application application, Tariff tariff, int amount, String previous) {
        var now = clock.instant();
        var order = orders.saveAndFlush(new FeeOrder(
                numberAfter(application, previous), application.id(), tariff, amount, now, expiry(application)));
        applications.lockEarlier(application).forEach(earlier -> credit(application, order, earlier));
    }

    /** 补采: what was paid in an earlier round is not charged again, and money that came too late for it counts now. */
    private void credit(Application application, FeeOrder order, Application earlier) {
        newest(earlier).filter(refunds::isUnasked).ifPresent(paid -> {
            if (order.isPaid()) {
                refunds.giveBack(earlier);
                return;
            }
            int surplus = order.takeOver(paid, clock.instant());
            orders.flush();
            audit.record(SYSTEM, "payment-CREDITED", application.number(), paid.number());
            if (order.isPaid()) {
                messages.send(
                        MessageKind.PAYMENT_CONFIRMED,
                        application.number() + "-credit",
                        application.studentId(),
                        application.number(),
                        Yuan.text(order.amountCents()));
            }
            if (surplus > 0) {
                refunds.openSurplus(application, order, paid, surplus);
            }
        });
        for (var money : held(earlier)) {
            become(application, money, foresee(application, money.amountCents(), money.valueDate()), null, SYSTEM);
        }
    }

    /** The case is refused before it costs anything: money that waited for it, or came for an earlier round, goes back. */
    public void nothingDue(String number) {
        var application = applications.lock(number);
        giveBackHeld(application);
        giveBackEarlier(application);
    }

    /** 补采: no order of this case takes what earlier rounds were paid: it goes back. Can run twice. */
    private void giveBackEarlier(Application application) {
        applications.lockEarlier(application).forEach(this::giveBack);
    }

    private void giveBack(Application application) {
        refunds.giveBack(application);
        giveBackHeld(application);
    }

    private void giveBackHeld(Application application) {
        held(application).forEach(money -> become(application, money, State.NOT_DUE, null, SYSTEM));
    }

    /**
     * No later round came for these cases, or none of their students joined it: what they paid goes back, so many at a
     * time. Can run twice.
     *
     * @param after id of the last that was looked at, 0 at first
     * @return the last of this chunk, or 0 when all were looked at
     */
    public long giveBackUnused(Collection<Long> noticeIds, long after, int most) {
        var cases = applications.movedOn(noticeIds, after, most);
        for (var each : cases) {
            var application = applications.lock(each.number());
            if (!applications.isCarriedOn(application)) {
                giveBack(application);
            }
        }
        return cases.size() < most ? 0 : cases.get(cases.size() - 1).id();
    }

    private static String numberAfter(Application application, String previous) {
        int turn = previous == null ? 1 : Integer.parseInt(previous.substring(previous.lastIndexOf('-') + 1)) + 1;
        return application.number() + "-" + turn;
    }

    private Instant expiry(Application application) {
        return clock.instant()
                .plus(Duration.ofDays(
                        notices.byId(application.noticeId()).fees().orderDays()));
    }

    /**
     * The order ran out: it is closed and a new one opened, so that the student can still pay. A transfer on its way stays
     * known to the new one, and so does what was paid in part. Can run twice.
     */
    public void reopen(String number) {
        var application = applications.lock(number);
        newest(application)
                .filter(order -> order.isOpen() && !order.expiresAt().isAfter(clock.instant()))
                .ifPresent(order -> {
                    var next = order.renewed(
                            numberAfter(application, order.number()), clock.instant(), expiry(application));
                    order.expire();
                    orders.saveAndFlush(next);
                    messages.send(MessageKind.ORDER_REOPENED, order.number(), application.studentId(), number);
                });
    }

    /**
     * The student says how they pay.
     *
     * @param slip a prepared picture of the transfer's slip, or null
     * @throws Refusal methodNotOffered, referenceNeeded, stepNotOpen, closed, evidenceFull
     */
    public void choose(String number, PaymentMethod method, String reference, byte[] slip) {
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
        if (slip != null) {
            var student = roster.byId(application.studentId()).studentNumber();
            evidence.add(application.id(), EvidencePurpose.TRANSFER, null, slip, student);
        }
        process.paymentChosen(number);
    }

    /**
     * The bursary found money. Less than the fee leaves the order open for the rest, more than the fee goes back.
     *
     * @return what became of it
     * @throws Refusal stepNotOpen, transactionKnown, valueDateInvalid
     */
    public State confirm(String number, Arrival money, String note, String by) {
        var application = applications.lock(number);
        var order = open(application);
        if (order.isPaid()) {
            throw Refusal.conflict("alreadyPaid");
        }
        return settle(application, record(Channel.of(order.method()), money, null, null, by), note, by);
    }

    /**
     * Money arrived by itself: by a paid list, or reported by an outside system. The process goes on if it waits for it.
     *
     * @param payer as the list has it, or null
     * @throws Refusal transactionKnown, valueDateInvalid
     */
    public State arrived(String number, Arrival money, String payer, String source) {
        var application = applications.lock(number);
        return settleAndGoOn(
                application,
                record(Channel.LIST, money, roster.byId(application.studentId()).studentNumber(), payer, source),
                source);
    }

    /** Writes down a sum that is nobody's so far. @throws Refusal transactionKnown, valueDateInvalid */
    IncomingPayment record(Channel channel, Arrival money, String studentNumber, String payer, String by) {
        if (money.valueDate().isAfter(LocalDate.ofInstant(clock.instant(), Deadlines.ZONE))) {
            throw Refusal.invalid("valueDateInvalid");
        }
        if (incoming.existsByTransactionNumber(money.transaction())) {
            throw Refusal.conflict("transactionKnown", money.transaction());
        }
        return incoming.saveAndFlush(new IncomingPayment(channel, money, studentNumber, payer, by, clock.instant()));
    }

    /** Whose it is is known now. */
    State assign(IncomingPayment money, String number, String by) {
        return settleAndGoOn(applications.lock(number), money, by);
    }

    private State settleAndGoOn(Application application, IncomingPayment money, String by) {
        var state = settle(application, money, null, by);
        if (newest(application).filter(FeeOrder::isPaid).isPresent()) {
            process.paymentReceived(application.number());
        }
        return state;
    }

    private State settle(Application application, IncomingPayment money, String note, String by) {
        return become(application, money, foresee(application, money.amountCents(), money.valueDate()), note, by);
    }

    /** What would become of money. */
    State foresee(Application application, int cents, LocalDate valueDate) {
        boolean exempt = roster.byId(application.studentId()).isFeeExempt();
        if (application.endReason() == EndReason.NEXT_ROUND
                && newest(application).filter(FeeOrder::isSettled).isEmpty()
                && notices.mayGoOn(application.noticeId())) {
            return State.HELD;
        }
        return SettlementRule.of(application, exempt, newest(application), cents, valueDate);
    }

    private State become(Application application, IncomingPayment money, State state, String note, String by) {
        var order = newest(application);
        money.became(state, application.id(), order.map(FeeOrder::id).orElse(null));
        audit.record(by, "payment-" + state, application.number(), money.transactionNumber());
        if (state.isCounted()) {
            count(application, order.orElseThrow(), money, note, by);
        } else if (state.goesBack()) {
            refunds.open(application, money, Refund.Cause.valueOf(state.name()), money.amountCents());
        } else if (SettlementRule.isLate(application, money.valueDate())) {
            tell(MessageKind.PAYMENT_HELD, application, money, Yuan.text(money.amountCents()));
        }
        return state;
    }

    private void count(Application application, FeeOrder order, IncomingPayment money, String note, String by) {
        int surplus = order.receive(money.amountCents(), money.valueDate(), by, note, clock.instant());
        if (order.isPaid()) {
            tell(MessageKind.PAYMENT_CONFIRMED, application, money, Yuan.text(order.amountCents()));
        } else {
            tell(
                    MessageKind.PAYMENT_SHORT,
                    application,
                    money,
                    Yuan.text(money.amountCents()),
                    Yuan.text(order.restCents()));
        }
        if (surplus > 0) {
            refunds.open(application, money, Refund.Cause.SURPLUS, surplus);
        }
    }

    private void tell(MessageKind kind, Application application, IncomingPayment money, Object... arguments) {
        messages.send(
                kind,
                application.number() + "-" + money.id(),
                application.studentId(),
                application.number(),
                arguments);
    }

    /** The case has a later deadline: money that waited for it is taken, or goes back where it came even later. */
    public void deadlineMoved(String number) {
        var application = applications.lock(number);
        settleHeld(application);
        if (newest(application).filter(FeeOrder::isPaid).isPresent()) {
            process.paymentReceived(number);
        }
    }

    private void settleHeld(Application application) {
        for (var money : held(application)) {
            var state = foresee(application, money.amountCents(), money.valueDate());
            boolean stays = state == State.HELD;
            if (!stays
                    || SettlementRule.isLate(application, money.valueDate())
                            && newest(application).isPresent()) {
                become(application, money, stays ? State.LATE : state, null, SYSTEM);
            }
        }
    }

    private List<IncomingPayment> held(Application application) {
        return incoming.findByApplicationIdAndStateOrderById(application.id(), State.HELD);
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
                        Yuan.text(order.restCents())));
    }

    /** The case ends: closes an order that nobody will pay any more; money that waited goes back. */
    public void cancelOpen(String number) {
        var application = applications.byNumber(number);
        newest(application).ifPresent(FeeOrder::cancel);
        if (application.endReason() == EndReason.NEXT_ROUND && notices.mayGoOn(application.noticeId())) {
            return; // it waits for the next round
        }
        for (var money : held(application)) {
            boolean late = SettlementRule.isLate(application, money.valueDate());
            become(application, money, late ? State.LATE : State.NOT_DUE, null, SYSTEM);
        }
        giveBackEarlier(application);
    }

    @Transactional(readOnly = true)
    public FeeTotals totals(long noticeId) {
        var paid = List.of(FeeOrder.State.PAID);
        var sum = orders.sumIn(noticeId, paid);
        return new FeeTotals(
                orders.countIn(noticeId, paid),
                orders.countIn(noticeId, List.of(FeeOrder.State.CREATED, FeeOrder.State.PENDING)),
                sum == null ? 0 : sum);
    }

    /** Every sum that arrived for a case, in the order in which it was recorded. */
    @Transactional(readOnly = true)
    public List<IncomingPayment> received(String number) {
        return incoming.findByApplicationIdOrderById(
                applications.byNumber(number).id());
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
