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

/** Money that goes back to a student, at most once for an order. */
@Entity
public class Refund {

    /** States of a refund. */
    public enum State {
        ASKED,
        APPROVED,
        DECLINED,
        PAID
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
    private State state = State.ASKED;

    private Instant askedAt;
    private String approvedBy;
    private String paidBy;
    private Instant paidAt;
    private String reference;
    private String note;

    protected Refund() {}

    Refund(long applicationId, FeeOrder order, Instant askedAt) {
        this.applicationId = applicationId;
        this.orderId = order.id();
        this.amountCents = order.amountCents();
        this.askedAt = askedAt;
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

    String approvedBy() {
        return approvedBy;
    }

    Long orderId() {
        return orderId;
    }

    Long id() {
        return id;
    }
}
