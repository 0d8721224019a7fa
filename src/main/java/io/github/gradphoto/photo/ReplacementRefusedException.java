package io.github.gradphoto.photo;

import io.github.gradphoto.refusal.Refusal;
import org.springframework.http.HttpStatus;

/** A replacement that the check refuses: the photo that waits for its review stays. */
final class ReplacementRefusedException extends Refusal {

    private final String reason;

    /** @param reason of the decision table */
    ReplacementRefusedException(String reason) {
        super(HttpStatus.UNPROCESSABLE_ENTITY, reason);
        this.reason = reason;
    }

    @Override
    public String messageKey() {
        return "photo.check." + reason;
    }
}
