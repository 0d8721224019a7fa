package io.github.gradphoto.review;

import java.time.Instant;
import java.util.List;

/** One line of the record of decisions: who, what, why, when. */
public record ReviewEntry(
        long id,
        String number,
        long studentId,
        int attempt,
        Review.Decision decision,
        String reasonList,
        String comment,
        String reviewer,
        boolean secondOpinion,
        Instant decidedAt,
        Instant recalledAt) {

    public List<RejectionReason> reasons() {
        return RejectionReason.listed(reasonList);
    }
}
