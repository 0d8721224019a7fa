package io.github.gradphoto.portal;

import io.github.gradphoto.photo.Photo;
import io.github.gradphoto.review.Review;
import java.util.List;

/** One version of the photo with what was said about it; {@code review} is null unless a reviewer rejected it. */
record PhotoVersion(Photo photo, Review review) {

    static PhotoVersion of(Photo photo, List<Review> reviews) {
        var rejection = reviews.stream()
                .filter(review -> review.photoId().equals(photo.id())
                        && review.decision() == Review.Decision.REJECTED
                        && !review.isRecalled())
                .findFirst()
                .orElse(null);
        return new PhotoVersion(photo, rejection);
    }

    /** Why the automatic check refused it. */
    public List<String> checkReasons() {
        return photo.checkReasons();
    }
}
