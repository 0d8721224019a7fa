package io.github.gradphoto.photo;

import io.github.gradphoto.measure.PhotoVerdict;

/** What the process has to do with a photo that takes the place of one that waits for its review. */
public interface PhotoReplacement {

    /** Whether the newest photo still waits for a reviewer. */
    boolean isPossible(String number);

    /**
     * Checks the newest photo as the first was checked, and gives it to the reviewers in place of the one before.
     */
    PhotoVerdict check(String number);
}
