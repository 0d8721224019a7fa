package io.github.gradphoto.application;

import io.github.gradphoto.privacy.EncryptedText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * One disputed field.
 *
 * @param claimed  what the student says is right; null where they explained it in words only
 * @param decision null until the office has decided
 */
@Embeddable
public record DisputeClaim(
        @Enumerated(EnumType.STRING) DetailField field,

        @Column(name = "claimed_enc") @Convert(converter = EncryptedText.class)
        String claimed,

        @Enumerated(EnumType.STRING) Decision decision) {

    /** What the office does with the roster. */
    public enum Decision {
        CORRECT,
        KEEP
    }

    DisputeClaim decided(Decision decided) {
        return new DisputeClaim(field, claimed, decided);
    }
}
