package io.github.gradphoto.application;

import java.util.Map;

/** As {@link StaffTaskDriver}, for one of several tasks of a step, such as two refunds of one case. */
public interface ChosenTaskDriver {

    /**
     * Claims and completes the task.
     *
     * @param fields what the form would send; checked as if it came from Tasklist
     * @throws io.github.gradphoto.refusal.Refusal stepNotOpen: it is done, or not this person's; or what the step refuses
     */
    void completeTask(String taskId, String username, Map<String, String> fields);
}
