package io.github.gradphoto.process.tasks;

import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.rehearsal.Rehearsals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets made-up students act, one chunk at a time. */
@Component("driveCases")
class DriveCases implements JavaDelegate {

    private final Rehearsals rehearsals;

    DriveCases(Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProcessVariable.CASES_DRIVEN.set(execution, rehearsals.driveNext(ProcessVariable.NOTICE_ID.get(execution)));
    }
}
