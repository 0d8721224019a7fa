package io.github.gradphoto.application;

import io.github.gradphoto.privacy.EncryptedText;
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

/** 申请延期: why a student needs more time, and what the office answered. */
@Entity
public class ExtensionRequest {

    /** How far it got. */
    public enum State {
        ASKED,
        GRANTED,
        REFUSED
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

    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private State state = State.ASKED;

    private String answer;
    private String decidedBy;
    private Instant decidedAt;

    protected ExtensionRequest() {}

    ExtensionRequest(long applicationId, String reason, Instant now) {
        this.applicationId = applicationId;
        this.reason = reason;
        this.askedAt = now;
    }

    void answer(boolean granted, String words, String by, Instant now) {
        state = granted ? State.GRANTED : State.REFUSED;
        answer = words;
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

    public Instant askedAt() {
        return askedAt;
    }

    /** What the office wrote; null where it wrote nothing. */
    public String answer() {
        return answer;
    }

    Long applicationId() {
        return applicationId;
    }
}
