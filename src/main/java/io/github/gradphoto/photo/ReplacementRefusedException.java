package io.github.gradphoto.photo;

import io.github.gradphoto.measure.PhotoVerdict;
import io.github.gradphoto.refusal.Refusal;
import org.springframework.http.HttpStatus;

/** A replacement that the check refuses: the photo that waits for its review stays. */
final class ReplacementRefusedException extends Refusal {

    private final transient PhotoVerdict verdict;

    ReplacementRefusedException(PhotoVerdict verdict) {
        super(HttpStatus.UNPROCESSABLE_ENTITY, "replacementRefused");
        this.verdict = verdict;
    }

    PhotoVerdict verdict() {
        return verdict;
    }
}
