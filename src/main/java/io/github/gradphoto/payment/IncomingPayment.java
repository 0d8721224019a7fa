package io.github.gradphoto.payment;

import io.github.gradphoto.privacy.EncryptedText;
import io.github.gradphoto.refusal.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** One sum that arrived, recorded once: its transaction number is unique. */
@Entity
public class IncomingPayment {

    /** What became of the money. */
    public enum State {
        /** it paid the order */
        COUNTED,
        /** it paid a part of the order */
        SHORT,
        /** it paid the order; what was too much goes back */
        SURPLUS,
        /** it came before an order was open, or after the close: kept until that is decided */
        HELD,
        /** it came after the close and the case was not extended so far: goes back */
        LATE,
        /** the fee was paid already: goes back */
        DUPLICATE,
        /** nothing is owed, because the case has ended or is exempt: goes back */
        NOT_DUE,
        /** it paid for other prints, which are no part of the collection fee */
        REPRINT,
        /** nobody knows yet whose it is */
        UNMATCHED,
        /** nobody's: the bursary sends it back */
        RETURNING,
        RETURNED;

        /** Whether it went into the student's order, wholly or in part. */
        public boolean isCounted() {
            return this == COUNTED || this == SHORT || this == SURPLUS;
        }

        boolean goesBack() {
            return this == LATE || this == DUPLICATE || this == NOT_DUE;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private String transactionNumber;
    private Long applicationId;
    private Long orderId;
    private String studentNumber;

    @Column(name = "payer_enc")
    @Convert(converter = EncryptedText.class)
    private String payer;

    private int amountCents;
    private LocalDate valueDate;

    @Enumerated(EnumType.STRING)
    private State state = State.UNMATCHED;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String recordedBy;
    private Instant recordedAt;
    private Instant returnedAt;
    private String decidedBy;
    private String returnedBy;
    private String returnReference;

    protected IncomingPayment() {}

    /**
     * @param studentNumber as the list has it, which may be nobody's
     * @param payer         as the list has it, or null
     */
    IncomingPayment(
            Channel channel, Arrival money, String studentNumber, String payer, String recordedBy, Instant recordedAt) {
        this.channel = channel;
        this.transactionNumber = money.transaction();
        this.amountCents = money.cents();
        this.valueDate = money.valueDate();
        this.studentNumber = studentNumber;
        this.payer = payer;
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    void became(State decided, long application, Long order) {
        if (state != State.UNMATCHED && state != State.HELD) {
            throw Refusal.conflict("paymentDecided");
        }
        state = decided;
        applicationId = application;
        orderId = order;
    }

    void askReturn(String by) {
        if (state != State.UNMATCHED) {
            throw Refusal.conflict("paymentDecided");
        }
        state = State.RETURNING;
        decidedBy = by;
    }

    /** The name that came with it is needed no longer. */
    void returned(String reference, String by, Instant now) {
        if (state != State.RETURNING) {
            throw Refusal.conflict("paymentDecided");
        }
        state = State.RETURNED;
        payer = null;
        returnedBy = by;
        returnedAt = now;
        returnReference = reference;
    }

    /** Whether it is the very sum that another record speaks of. */
    boolean isSame(Arrival money) {
        return amountCents == money.cents() && valueDate.equals(money.valueDate());
    }

    public Long id() {
        return id;
    }

    public String transactionNumber() {
        return transactionNumber;
    }

    public Long applicationId() {
        return applicationId;
    }

    public Long orderId() {
        return orderId;
    }

    public String studentNumber() {
        return studentNumber;
    }

    public String payer() {
        return payer;
    }

    public int amountCents() {
        return amountCents;
    }

    public LocalDate valueDate() {
        return valueDate;
    }

    public State state() {
        return state;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String decidedBy() {
        return decidedBy;
    }
}
