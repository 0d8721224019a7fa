package io.github.gradphoto.payment;

import io.github.gradphoto.refusal.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** One order of one fee. It refuses by itself what must not happen to it twice. */
@Entity
public class FeeOrder {

    /** States an order goes through. */
    public enum State {
        /** opened; the student has not said how to pay */
        CREATED,
        /** the student says that the money is on its way or at the counter */
        PENDING,
        PAID,
        EXPIRED,
        CANCELLED,
        REFUNDED,
        /** its money went into the order of a later round */
        CREDITED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private String number;
    private Long applicationId;

    @Enumerated(EnumType.STRING)
    private Tariff tariff;

    private int amountCents;
    private int receivedCents;
    private int creditedCents;

    @Enumerated(EnumType.STRING)
    private State state = State.CREATED;

    @Enumerated(EnumType.STRING)
    private PaymentMethod method;

    private String reference;
    private Instant openedAt;
    private Instant expiresAt;
    private Instant paidAt;
    private LocalDate valueDate;
    private String confirmedBy;
    private String note;

    protected FeeOrder() {}

    FeeOrder(String number, long applicationId, Tariff tariff, int amountCents, Instant openedAt, Instant expiresAt) {
        this.number = number;
        this.applicationId = applicationId;
        this.tariff = tariff;
        this.amountCents = amountCents;
        this.openedAt = openedAt;
        this.expiresAt = expiresAt;
    }

    /** The next order after this one ran out: what the student said and paid so far stays true. */
    FeeOrder renewed(String nextNumber, Instant now, Instant until) {
        var next = new FeeOrder(nextNumber, applicationId, tariff, amountCents, now, until);
        next.receivedCents = receivedCents;
        next.creditedCents = creditedCents;
        next.valueDate = valueDate;
        next.confirmedBy = confirmedBy;
        next.state = state;
        next.method = method;
        next.reference = reference;
        next.note = note;
        return next;
    }

    void choose(PaymentMethod chosen, String transferReference) {
        ensureOpen();
        method = chosen;
        reference = transferReference;
        state = State.PENDING;
    }

    /**
     * Money came in for this order.
     *
     * @return cents that were too much
     */
    int receive(int cents, LocalDate received, String by, String remark, Instant now) {
        ensureOpen();
        int surplus = Math.max(0, cents - restCents());
        receivedCents += cents - surplus;
        valueDate = received;
        confirmedBy = by;
        note = remark;
        if (restCents() == 0) {
            state = State.PAID;
            paidAt = now;
        } else {
            state = State.CREATED;
        }
        return surplus;
    }

    /**
     * 补采: what was paid for an earlier round counts for this one.
     *
     * @return cents that are too much for this fee
     */
    int takeOver(FeeOrder earlier, Instant now) {
        method = earlier.method;
        reference = earlier.reference;
        int surplus = receive(earlier.receivedCents, earlier.valueDate, earlier.confirmedBy, earlier.number, now);
        creditedCents += earlier.receivedCents - surplus;
        earlier.state = State.CREDITED;
        return surplus;
    }

    /** Cents of it that were paid for an earlier round. */
    public int creditedCents() {
        return creditedCents;
    }

    void notFound(String by, String remark) {
        ensureOpen();
        state = State.CREATED;
        confirmedBy = by;
        note = remark;
    }

    void expire() {
        if (isOpen()) {
            state = State.EXPIRED;
        }
    }

    void cancel() {
        if (isOpen()) {
            state = State.CANCELLED;
        }
    }

    void refunded() {
        if (!isReturnable()) {
            throw Refusal.conflict("orderNotPaid");
        }
        state = State.REFUNDED;
    }

    private void ensureOpen() {
        if (!isOpen()) {
            throw Refusal.conflict(state == State.PAID ? "alreadyPaid" : "orderNotOpen");
        }
    }

    public boolean isOpen() {
        return state == State.CREATED || state == State.PENDING;
    }

    public boolean isPaid() {
        return state == State.PAID;
    }

    /** Paid, even if the money went back later: nothing more is owed. */
    boolean isSettled() {
        return state == State.PAID || state == State.REFUNDED || state == State.CREDITED;
    }

    /** Whether money of it can be given back; a part counts too. */
    boolean isReturnable() {
        return receivedCents > 0 && state != State.REFUNDED && state != State.CREDITED;
    }

    /** Cents that are still owed. */
    public int restCents() {
        return amountCents - receivedCents;
    }

    public int receivedCents() {
        return receivedCents;
    }

    public Long id() {
        return id;
    }

    public String number() {
        return number;
    }

    public Tariff tariff() {
        return tariff;
    }

    public int amountCents() {
        return amountCents;
    }

    public State state() {
        return state;
    }

    public PaymentMethod method() {
        return method;
    }

    public String reference() {
        return reference;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant paidAt() {
        return paidAt;
    }

    public LocalDate valueDate() {
        return valueDate;
    }

    public String note() {
        return note;
    }
}
