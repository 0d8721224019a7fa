package io.github.gradphoto.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tasks of staff, as far as the signed-in person may see them. */
public interface StaffTasks {

    /** @param taskId of the engine; what others may not see looks as if it were not there */
    Optional<StaffTask> find(String taskId);

    List<StaffTask> find(Collection<String> taskIds);

    /** The task of this application at one of these steps, where the signed-in person may see it. */
    Optional<StaffTask> of(String number, Set<Step> steps);

    /** What the cards of a list show; in three statements, however many. */
    List<Card> cards(Collection<String> taskIds);

    /** Applications that wait at this step and that the signed-in person may see. */
    List<String> numbersAt(Step step);

    /** The tasks of these steps that the signed-in person may see, the oldest first; in two statements, however many. */
    List<StaffTask> at(Collection<Step> steps);

    /** How many tasks wait for the signed-in person or their groups. */
    long countMine();

    /**
     * @param number   of the application; null where a task is about none
     * @param assignee username, or null while nobody claimed it
     * @param subject  the refund, the sum of money or the notice that the task is about; null for all other tasks
     */
    record StaffTask(String id, Step step, String number, String assignee, Long subject) {}

    /**
     * @param number    of the application; null where a task is about none
     * @param due       null where nothing is promised
     * @param colleague who has claimed it, where that is not the signed-in person
     */
    record Card(String taskId, String number, Instant due, String colleague) {}
}
