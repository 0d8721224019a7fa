package io.github.gradphoto.process.tasks;

import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.registration.Registrations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Holds back a photo without a collection code. */
@Component("checkReleasable")
class CheckReleasable implements JavaDelegate {

    private final Registrations registrations;

    CheckReleasable(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = ProcessVariable.APPLICATION_NUMBER.get(execution);
        ProcessVariable.RELEASABLE.set(execution, registrations.prepare(number));
    }
}
