package io.github.gradphoto.registration;

import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the way to the registry tells the process engine, and asks of it. */
public interface RegistrationProcess {

    /**
     * A case that waits at one of the asked steps.
     *
     * @param holder who claimed the task, or null
     */
    record Waiting(long applicationId, long studentId, OpenStep open, String holder) {

        public String number() {
            return open.number();
        }
    }

    /** A run is to be worked off: its process does that by and by, and goes on after a stop. Joins the caller's transaction. */
    void accepted(long runId);

    /** A case at the release turns out to have no code: it goes back to the check, and from there to its code step. */
    void backToCode(String number);

    /** All cases at these steps, the longest waiting first; in one statement, however many. No made-up students. */
    List<Waiting> waiting(Collection<Step> steps);

    /** Some of them. @param from 0 for the first */
    List<Waiting> waiting(Collection<Step> steps, int from, int most);

    /** How many there are at each of these steps; a step where nobody waits is left out. */
    Map<Step, Integer> counts(Collection<Step> steps);
}
