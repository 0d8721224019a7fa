package io.github.gradphoto.rehearsal;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a rehearsal is.
 *
 * @param made   students so far
 * @param driven steps of students so far, in all passes
 * @param madeAt null while students are being made
 */
public record Rehearsal(
        long noticeId,
        int wanted,
        int made,
        int driven,
        String orderedBy,
        Instant orderedAt,
        Instant madeAt,
        Instant drivenAt,
        int version) {

    static final int PASSES = RehearsalStudents.Pass.values().length;

    /** Students who have done what they do in a rehearsal. */
    public int acted() {
        return Math.max(0, driven - (PASSES - 1) * wanted);
    }

    /** Seconds that making the students took; null while it goes on. */
    public Long secondsToMake() {
        return madeAt == null ? null : Duration.between(orderedAt, madeAt).toSeconds();
    }

    /** Of 100, for a bar. */
    public int share() {
        return 100 * (made + driven) / Math.max(1, (PASSES + 1) * wanted);
    }
}
