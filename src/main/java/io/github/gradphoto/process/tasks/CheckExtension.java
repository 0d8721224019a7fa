package io.github.gradphoto.process.tasks;

import io.github.gradphoto.application.LateCases;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether a deadline is over and whether the photo came: wait, ask the office, or leave the case alone. */
@Component("checkExtension")
class CheckExtension implements JavaDelegate {

    private final LateCases cases;

    CheckExtension(LateCases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = ProcessVariable.APPLICATION_NUMBER.get(execution);
        var state = cases.state(number);
        ProcessVariable.LATE_STATE.set(execution, state.name());
        ProcessVariable.PHOTO_MISSING.set(execution, state == LateCases.State.DECIDE);
    }
}
