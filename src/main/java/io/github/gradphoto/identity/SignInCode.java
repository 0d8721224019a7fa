package io.github.gradphoto.identity;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/** A one-time code: six digits, ten minutes, five tries, stored hashed. */
@Entity
class SignInCode {

    static final Duration LIFE = Duration.ofMinutes(10);
    private static final int MOST_TRIES = 5;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private long studentId;
    private String codeHash;
    private Instant createdAt;
    private Instant expiresAt;
    private int tries;
    private Instant usedAt;

    protected SignInCode() {}

    SignInCode(long studentId, String codeHash, Instant now) {
        this.studentId = studentId;
        this.codeHash = codeHash;
        this.createdAt = now;
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
}
