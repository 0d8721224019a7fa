package io.github.gradphoto.identity;

import io.github.gradphoto.privacy.EncryptedText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/** 激活码: eight digits, a day, one use, stored hashed; with what staff checked before they read it out. */
@Entity
class ActivationCode {

    static final Duration LIFE = Duration.ofHours(24);
    private static final int MOST_TRIES = 5;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private long studentId;
    private String codeHash;

    @Column(name = "note_enc")
    @Convert(converter = EncryptedText.class)
    private String note;

    private String issuedBy;
    private Instant issuedAt;
    private Instant expiresAt;
    private int tries;
    private Instant usedAt;

    protected ActivationCode() {}

    ActivationCode(long studentId, String codeHash, String note, String issuedBy, Instant now) {
        this.studentId = studentId;
        this.codeHash = codeHash;
        this.note = note;
        this.issuedBy = issuedBy;
        this.issuedAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    boolean accept(String hash, Instant now) {
        if (usedAt != null || now.isAfter(expiresAt) || tries >= MOST_TRIES) {
            return false;
        }
        tries++;
        if (!codeHash.equals(hash)) {
            return false;
        }
        usedAt = now;
        return true;
    }

    Long id() {
        return id;
    }

    long studentId() {
        return studentId;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
