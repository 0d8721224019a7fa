package io.github.gradphoto.process.tasks;

import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the student of an unpaid order. */
@Component("remindOfPayment")
class RemindOfPayment implements JavaDelegate {

    private final Payments payments;

    RemindOfPayment(Payments payments) {
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        payments.remind(ProcessVariable.APPLICATION_NUMBER.get(execution));
    }
}
