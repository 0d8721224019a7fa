package io.github.gradphoto.application;

import java.util.Map;

/** Does a task of staff as Tasklist would: under a person's account and rights, with the fields of its form. */
public interface StaffTaskDriver {

    /**
     * Claims and completes the task of this step.
     *
     * @param fields what the form would send; checked as if it came from Tasklist
     * @throws io.github.gradphoto.refusal.Refusal stepNotOpen, or what the step itself refuses
     */
    void complete(String number, Step step, String username, Map<String, String> fields);
}
