package io.github.gradphoto.application;

import io.github.gradphoto.identity.StaffGroup;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Tasks that somebody claimed and holds; nobody else can do them meanwhile, so an absence gives them back. */
public interface HeldTasks {

    /** By person, most first. @param groups whose tasks */
    List<Holder> holders(Collection<StaffGroup> groups);

    /** What one person holds, of whatever group; a count of 0 when nothing. */
    Holder of(String username);

    /** Whether the task of the case waits and is nobody else's. */
    boolean isFree(String number, Step step, String username);

    /**
     * Gives the tasks of somebody back to their groups; one that is finished at this moment stays finished.
     *
     * @param groups whose tasks
     * @return how many were given back
     */
    int giveBack(String username, Collection<StaffGroup> groups);

    /** @param tasks how many at which step */
    record Holder(String username, Map<Step, Long> tasks) {

        public long count() {
            return tasks.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
