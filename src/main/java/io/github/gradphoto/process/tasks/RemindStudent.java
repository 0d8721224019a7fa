package io.github.gradphoto.process.tasks;

import io.github.gradphoto.application.Reminders;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the student of what waits for them, if anything does. */
@Component("remindStudent")
class RemindStudent implements JavaDelegate {

    private final Reminders reminders;

    RemindStudent(Reminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.remind(ProcessVariable.APPLICATION_NUMBER.get(execution));
    }
}
