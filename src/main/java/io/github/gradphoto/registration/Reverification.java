package io.github.gradphoto.registration;

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

/** 身份复核: the evidence that a student names when the comparison did not pass, and what was decided. */
@Entity
public class Reverification {

    /** The head reviewer's decision; named as the process's fact. */
    public enum Decision {
        SUBMIT,
        MORE_EVIDENCE,
        NEW_PHOTO
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private Long registrationId;

    @Column(name = "evidence_enc")
    @Convert(converter = EncryptedText.class)
    private String evidence;

    private Instant providedAt;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    private String note;
    private String decidedBy;
    private Instant decidedAt;

    protected Reverification() {}

    Reverification(long registrationId, String evidence, Instant now) {
        this.registrationId = registrationId;
        this.evidence = evidence;
        this.providedAt = now;
    }

    void decide(Decision what, String remark, String by, Instant now) {
        decision = what;
        note = remark;
        decidedBy = by;
        decidedAt = now;
    }

    public String evidence() {
        return evidence;
    }

    public Decision decision() {
        return decision;
    }

    public String note() {
        return note;
    }
}
