package io.github.gradphoto.process.forms;

import io.github.gradphoto.process.access.RefusedSubmission;
import io.github.gradphoto.refusal.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Completes one kind of staff task, whoever asks for it: Tasklist or another client of the engine's API. */
abstract class StaffForm implements TaskListener {

    @Override
    public final void notify(DelegateTask task) {
        try {
            var submission = new Submission(task);
            submission.refuseForgedFacts();
            submit(submission);
        } catch (Refusal refusal) {
            throw RefusedSubmission.remember(refusal);
        }
    }

    /** @throws Refusal what the person has to mend */
    abstract void submit(Submission form);
}
