package io.github.gradphoto.process.tasks;

import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens an expired order anew. */
@Component("reopenOrder")
class ReopenOrder implements JavaDelegate {

    private final Payments payments;

    ReopenOrder(Payments payments) {
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        payments.reopen(ProcessVariable.APPLICATION_NUMBER.get(execution));
    }
}
