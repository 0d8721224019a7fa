package io.github.gradphoto.review;

import io.github.gradphoto.application.Step;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The open tasks of reviewers, as a queue: the photo with the most doubts first, among equals the one that waits longest.
 * They are the same tasks that Tasklist shows.
 */
public interface ReviewTasks {

    /** The task waits for somebody at one of these steps. */
    List<Step> STEPS = List.of(Step.REVIEW_PHOTO, Step.GIVE_SECOND_OPINION);

    /** Which part of the queue. */
    enum Part {
        ALL,
        /** the check of the photo named a doubt */
        DOUBTFUL,
        LATE,
        SECOND_OPINION,
        MINE
    }

    /**
     * @param username whose queue; a second opinion is not for whoever asked for it
     * @param groups   of this person; a task belongs to its candidate groups
     */
    record Reader(String username, Collection<String> groups) {

        public Reader {
            groups = List.copyOf(groups);
        }
    }

    /**
     * @param warnings of the check: suffixes of {@code photo.check.*}
     * @param due    null where nothing is promised
     * @param holder who claimed the task, or null
     */
    record Waiting(
            String number,
            long studentId,
            String taskId,
            Step step,
            long photoId,
            int attempt,
            String warnings,
            Instant since,
            Instant due,
            String holder) {

        public List<String> doubts() {
            return warnings == null || warnings.isBlank() ? List.of() : Arrays.asList(warnings.split(","));
        }

        public boolean isLate(Instant now) {
            return due != null && due.isBefore(now);
        }

        public boolean isHeldByAnother(String me) {
            return holder != null && !holder.equals(me);
        }
    }

    List<Waiting> worstFirst(Reader reader, Part part, int from, int most);

    /** Worst first, what nobody else holds and is not among these numbers. */
    List<Waiting> free(Reader reader, Collection<String> except, int most);

    long count(Reader reader, Part part);

    Optional<Waiting> of(Reader reader, String number);

    /** Claims the task of this case for somebody. @throws io.github.gradphoto.refusal.Refusal reviewTaken: another has it, or it is done */
    void claim(Reader reader, String number);

    /** Gives the task back to its group, if this person holds it. */
    void release(String number, String username);
}
