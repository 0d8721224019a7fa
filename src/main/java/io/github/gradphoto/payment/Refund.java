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

/** Money that goes back to a student: an order's when its case ended, or a sum that was not owed. Each at most once. */
@Entity
public class Refund {

    /** States of a refund. */
    public enum State {
        ASKED,
        APPROVED,
        DECLINED,
        PAID
    }

    /** Why it goes back. */
    public enum Cause {
        ENDED,
        SURPLUS,
        DUPLICATE,
        LATE,
        NOT_DUE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private Long applicationId;
    private Long orderId;
    private int amountCents;

    @Enumerated(EnumType.STRING)
    private Cause cause;

    /** What it gives back: {@code order-<id>} or {@code payment-<id>}. */
    private String source;

    @Enumerated(EnumType.STRING)
    private State state = State.ASKED;

    private Instant askedAt;
    private String approvedBy;
    private String paidBy;
    private Instant paidAt;
    private String reference;
    private String note;

    protected Refund() {}

    /** The fee of a case that ended. */
    Refund(long applicationId, FeeOrder order, Instant askedAt) {
        this.applicationId = applicationId;
        this.orderId = order.id();
        this.amountCents = order.receivedCents();
        this.cause = Cause.ENDED;
        this.source = source(order);
        this.askedAt = askedAt;
    }

    /** A sum, or the part of it, that was not owed. */
    Refund(long applicationId, IncomingPayment money, Cause cause, int cents, Instant askedAt) {
        this.applicationId = applicationId;
        this.orderId = money.orderId();
        this.amountCents = cents;
        this.cause = cause;
        this.source = "payment-" + money.id();
        this.askedAt = askedAt;
    }

    /** 补采: what was paid for an earlier round and is more than this round's fee. */
    Refund(long applicationId, FeeOrder order, FeeOrder earlier, int cents, Instant askedAt) {
        this.applicationId = applicationId;
        this.orderId = order.id();
        this.amountCents = cents;
        this.cause = Cause.SURPLUS;
        this.source = "credit-" + earlier.id();
        this.askedAt = askedAt;
    }

    static String source(FeeOrder order) {
        return "order-" + order.id();
    }

    void decide(boolean approved, String by, String remark) {
        if (state != State.ASKED) {
            throw Refusal.conflict("refundDecided");
        }
        state = approved ? State.APPROVED : State.DECLINED;
        approvedBy = by;
        note = remark;
    }

    void paid(String by, String transferReference, Instant now) {
        if (state == State.PAID || state == State.DECLINED) {
            throw Refusal.conflict("refundDecided");
        }
        state = State.PAID;
        paidBy = by;
        paidAt = now;
        reference = transferReference;
    }

    public int amountCents() {
        return amountCents;
    }

    public State state() {
        return state;
    }

    /** Who approved it, or null: with four eyes another person pays it out. */
    public String approvedBy() {
        return approvedBy;
    }

    public Long applicationId() {
        return applicationId;
    }

    Long orderId() {
        return orderId;
    }

    public Cause cause() {
        return cause;
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Long id() {
        return id;
    }
}
