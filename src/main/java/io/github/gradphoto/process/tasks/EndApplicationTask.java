package io.github.gradphoto.process.tasks;

import io.github.gradphoto.application.EndApplication;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.payment.Refunds;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends an application before its certificate, and says whether money goes back. */
@Component("endApplication")
class EndApplicationTask implements JavaDelegate {

    private final EndApplication end;
    private final Payments payments;
    private final Refunds refunds;

    EndApplicationTask(EndApplication end, Payments payments, Refunds refunds) {
        this.end = end;
        this.payments = payments;
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = ProcessVariable.APPLICATION_NUMBER.get(execution);
        payments.cancelOpen(number);
        end.ended(number);
        ProcessVariable.REFUND_DUE.set(execution, refunds.isDue(number));
    }
}
