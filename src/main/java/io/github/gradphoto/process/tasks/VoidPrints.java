package io.github.gradphoto.process.tasks;

import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Voids prints of a photo that is not the registered one any more. */
@Component("voidPrints")
class VoidPrints implements JavaDelegate {

    private final Prints prints;

    VoidPrints(Prints prints) {
        this.prints = prints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        prints.voidSet(ProcessVariable.APPLICATION_NUMBER.get(execution));
    }
}
