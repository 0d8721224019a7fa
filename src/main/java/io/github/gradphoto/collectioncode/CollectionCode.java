package io.github.gradphoto.collectioncode;

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

/** One code, or request to do without, that a student handed in. The payload is never read: only the collecting unit can. */
@Entity
class CollectionCode {

    enum State {
        SUBMITTED,
        ACCEPTED,
        REFUSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private Long applicationId;

    @Column(name = "payload_enc")
    @Convert(converter = EncryptedText.class)
    private String payload;

    private String payloadIndex;
    /** The hash again, once the code is accepted; unique, so that no two students share one. */
    private String boundIndex;

    private String manualReason;

    @Enumerated(EnumType.STRING)
    private State state = State.SUBMITTED;

    private String refusal;
    private Instant submittedAt;
    private String decidedBy;
    private Instant decidedAt;

    protected CollectionCode() {}

    static CollectionCode ofPayload(long applicationId, String payload, String index, Instant now) {
        var code = new CollectionCode();
        code.applicationId = applicationId;
        code.payload = payload;
        code.payloadIndex = index;
        code.submittedAt = now;
        return code;
    }

    static CollectionCode manual(long applicationId, String reason, Instant now) {
        var code = new CollectionCode();
        code.applicationId = applicationId;
        code.manualReason = reason;
        code.submittedAt = now;
        return code;
    }

    void accept(String by, Instant now) {
        state = State.ACCEPTED;
        boundIndex = payloadIndex;
        decidedBy = by;
        decidedAt = now;
    }

    /** The code belongs to another of the student's rows now. */
    void release() {
        boundIndex = null;
    }

    boolean isBound() {
        return boundIndex != null;
    }

    void refuse(String why, String by, Instant now) {
        state = State.REFUSED;
        refusal = why;
        decidedBy = by;
        decidedAt = now;
    }

    boolean isManual() {
        return payload == null;
    }

    boolean isUndecided() {
        return state == State.SUBMITTED;
    }

    boolean isAccepted() {
        return state == State.ACCEPTED;
    }

    String payload() {
        return payload;
    }

    String payloadIndex() {
        return payloadIndex;
    }

    String manualReason() {
        return manualReason;
    }

    String refusal() {
        return refusal;
    }

    Long applicationId() {
        return applicationId;
    }
}
