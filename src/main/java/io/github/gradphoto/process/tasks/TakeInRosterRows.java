package io.github.gradphoto.process.tasks;

import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.roster.RosterIntake;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes in the next rows of a list of the college. */
@Component("takeInRosterRows")
class TakeInRosterRows implements JavaDelegate {

    private final RosterIntake intake;

    TakeInRosterRows(RosterIntake intake) {
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var list = ProcessVariable.IMPORT_ID.get(execution);
        ProcessVariable.ALL_TAKEN_IN.set(execution, intake.takeInNext(list));
    }
}
