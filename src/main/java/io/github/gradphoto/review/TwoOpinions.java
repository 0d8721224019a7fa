package io.github.gradphoto.review;

import java.util.List;

/** What two reviewers said of the same photo, not knowing of each other. */
public record TwoOpinions(Review.Decision first, String firstReasons, Review.Decision second, String secondReasons) {

    boolean firstSays(RejectionReason reason) {
        return RejectionReason.listed(firstReasons).contains(reason);
    }

    boolean secondSays(RejectionReason reason) {
        return RejectionReason.listed(secondReasons).contains(reason);
    }

    /** Reasons that at least one of them named. */
    List<RejectionReason> named() {
        return List.of(RejectionReason.values()).stream()
                .filter(reason -> firstSays(reason) || secondSays(reason))
                .toList();
    }
}
