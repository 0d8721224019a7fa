package io.github.gradphoto.process.tasks;

import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.rehearsal.Rehearsals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the students of a rehearsal, one chunk at a time. */
@Component("makeStudents")
class MakeStudents implements JavaDelegate {

    private final Rehearsals rehearsals;

    MakeStudents(Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProcessVariable.COHORT_MADE.set(execution, rehearsals.makeNext(ProcessVariable.NOTICE_ID.get(execution)));
    }
}
