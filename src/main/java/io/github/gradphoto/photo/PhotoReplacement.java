package io.github.gradphoto.photo;

import java.util.List;

/** What the process has to do with a photo that takes the place of one that waits for its review. */
public interface PhotoReplacement {

    /** Whether the newest photo still waits for a reviewer. */
    boolean isPossible(String number);

    /**
     * Checks the newest photo as the first was checked, and gives it to the reviewers in place of the one before.
     *
     * @return why it is refused, as the decision table's reasons; empty when it was taken
     */
    List<String> check(String number);
}
