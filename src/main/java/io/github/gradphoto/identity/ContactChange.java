package io.github.gradphoto.identity;

import io.github.gradphoto.privacy.EncryptedText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** A new mail address that counts as soon as the one-time code comes back that was sent to it. */
@Entity
class ContactChange {

    private static final int MOST_TRIES = 5;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private long studentId;
    private long activationCodeId;

    @Column(name = "email_enc")
    @Convert(converter = EncryptedText.class)
    private String email;

    @Column(name = "phone_enc")
    @Convert(converter = EncryptedText.class)
    private String phone;

    private String codeHash;
    private Instant createdAt;
    private Instant expiresAt;
    private int tries;
    private Instant usedAt;

    protected ContactChange() {}

    /** @param phone null to keep the number that the student has */
    ContactChange(long studentId, long activationCodeId, String email, String phone, String codeHash, Instant now) {
        this.studentId = studentId;
        this.activationCodeId = activationCodeId;
        this.email = email;
        this.phone = phone;
        this.codeHash = codeHash;
        this.createdAt = now;
        this.expiresAt = now.plus(SignInCode.LIFE);
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

    String email() {
        return email;
    }

    String phone() {
        return phone;
    }
}
