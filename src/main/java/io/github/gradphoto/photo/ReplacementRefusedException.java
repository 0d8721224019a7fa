package io.github.gradphoto.photo;

import io.github.gradphoto.refusal.Refusal;
import org.springframework.http.HttpStatus;

/** A replacement that the check refuses: the photo that waits for its review stays. */
final class ReplacementRefusedException extends Refusal {

    private final transient PhotoReplacement.Answer answer;

    ReplacementRefusedException(PhotoReplacement.Answer answer) {
        super(HttpStatus.UNPROCESSABLE_ENTITY, "replacementRefused");
        this.answer = answer;
    }

    PhotoReplacement.Answer answer() {
        return answer;
    }
}
