package io.github.gradphoto.review;

import io.github.gradphoto.photo.Photo;
import java.time.Instant;
import java.util.List;

/** A photo of which two reviewers said different things: for the head reviewer to talk about, and to recall in time. */
public record Disagreement(
        String number,
        long studentId,
        Review.Decision first,
        String firstReasons,
        String firstReviewer,
        Review.Decision second,
        String secondReasons,
        String secondReviewer,
        Instant decidedAt,
        Photo.State state) {

    public List<RejectionReason> reasonsOfFirst() {
        return RejectionReason.listed(firstReasons);
    }

    public List<RejectionReason> reasonsOfSecond() {
        return RejectionReason.listed(secondReasons);
    }

    /** Whether the approval can still be taken back. */
    public boolean isRecallable() {
        return first == Review.Decision.APPROVED && state == Photo.State.APPROVED;
    }
}
