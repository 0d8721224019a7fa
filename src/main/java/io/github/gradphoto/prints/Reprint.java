package io.github.gradphoto.prints;

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

/** 补印: a student asks for other prints, and pays for them where the notice says so. */
@Entity
public class Reprint {

    /** How far it got; what becomes of the prints is told by their own set. */
    public enum State {
        ASKED,
        GRANTED,
        DROPPED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private Long applicationId;

    @Column(name = "reason_enc")
    @Convert(converter = EncryptedText.class)
    private String reason;

    private int amountCents;
    private String reference;

    @Enumerated(EnumType.STRING)
    private State state = State.ASKED;

    private Instant askedAt;
    private String note;
    private String decidedBy;
    private Instant decidedAt;

    protected Reprint() {}

    Reprint(long applicationId, String reason, int amountCents, String reference, Instant now) {
        this.applicationId = applicationId;
        this.reason = reason;
        this.amountCents = amountCents;
        this.reference = reference;
        this.askedAt = now;
    }

    void decide(State decided, String words, String by, Instant now) {
        if (state != State.ASKED) {
            throw Refusal.conflict("stepNotOpen");
        }
        state = decided;
        note = words;
        decidedBy = by;
        decidedAt = now;
    }

    public boolean isOpen() {
        return state == State.ASKED;
    }

    public State state() {
        return state;
    }

    public String reason() {
        return reason;
    }

    /** What the notice took for it when it was asked for; 0 where it is free. */
    public int amountCents() {
        return amountCents;
    }

    /** 流水号 of a transfer, by the student's word; null where they pay at the counter. */
    public String reference() {
        return reference;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** Why it was dropped. */
    public String note() {
        return note;
    }
}
