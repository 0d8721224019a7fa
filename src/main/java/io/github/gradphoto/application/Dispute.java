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
import java.util.List;

/** 信息有误: which fields of the roster the student says are wrong, and what the office answered. */
@Entity
public class Dispute {

    /** How the office settled it. */
    public enum Resolution {
        CORRECTED,
        UNFOUNDED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private Long applicationId;
    private String fields;

    @Column(name = "explanation_enc")
    @Convert(converter = EncryptedText.class)
    private String explanation;

    private Instant raisedAt;

    @Enumerated(EnumType.STRING)
    private Resolution resolution;

    private String answer;
    private String decidedBy;
    private Instant decidedAt;

    protected Dispute() {}

    Dispute(long applicationId, List<DetailField> fields, String explanation, Instant now) {
        this.applicationId = applicationId;
        this.fields = String.join(",", fields.stream().map(Enum::name).toList());
        this.explanation = explanation;
        this.raisedAt = now;
    }

    void resolve(Resolution how, String reply, String by, Instant now) {
        resolution = how;
        answer = reply;
        decidedBy = by;
        decidedAt = now;
    }

    public boolean isOpen() {
        return resolution == null;
    }

    public List<DetailField> fields() {
        return List.of(fields.split(",")).stream().map(DetailField::valueOf).toList();
    }

    public String explanation() {
        return explanation;
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    public Resolution resolution() {
        return resolution;
    }

    public String answer() {
        return answer;
    }

    Long id() {
        return id;
    }
}
