package io.github.gradphoto.photo;

import java.util.List;

/** What the process has to do with a photo that takes the place of one that waits for its review. */
public interface PhotoReplacement {

    /** What the decision table named: the photo is refused unless {@code refusals} is empty. */
    record Answer(List<String> refusals, List<String> warnings) {}

    /** Whether the newest photo still waits for a reviewer. */
    boolean isPossible(String number);

    /**
     * Checks the newest photo as the first was checked, and gives it to the reviewers in place of the one before.
     */
    Answer check(String number);
}
