package io.github.gradphoto.process.tasks;

import io.github.gradphoto.prints.Reprints;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says whether the notice takes money for other prints. */
@Component("openReprint")
class OpenReprint implements JavaDelegate {

    private final Reprints reprints;

    OpenReprint(Reprints reprints) {
        this.reprints = reprints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = ProcessVariable.APPLICATION_NUMBER.get(execution);
        ProcessVariable.REPRINT_FEE_DUE.set(execution, reprints.open(number));
    }
}
