package io.github.gradphoto.photo;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Photos of different students that are the same picture, or nearly: for reviewers only. A student is never told whose. */
@Service
public class Resemblances {

    /**
     * @param number  of the other student's application
     * @param attempt which of the versions there
     * @param bits    of 64 that differ; 0 for the very same file
     */
    public record Resemblance(String number, int attempt, int bits) {}

    private final SeenPhotos seen;

    Resemblances(SeenPhotos seen) {
        this.seen = seen;
    }

    /** As it is now: a picture that another student sends later is found as well. The nearest first. */
    @Transactional(readOnly = true)
    public List<Resemblance> ofOthers(long photoId) {
        return seen.ofOthers(photoId);
    }
}
