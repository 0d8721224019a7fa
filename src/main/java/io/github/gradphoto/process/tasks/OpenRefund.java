package io.github.gradphoto.process.tasks;

import io.github.gradphoto.payment.Refunds;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the refund of what an ended case paid; one that was asked for by itself is open already. */
@Component("openRefund")
class OpenRefund implements JavaDelegate {

    private final Refunds refunds;

    OpenRefund(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = ProcessVariable.APPLICATION_NUMBER.get(execution);
        if (ProcessVariable.REFUND_ID.get(execution) == null) {
            refunds.open(number).ifPresent(refund -> ProcessVariable.REFUND_ID.set(execution, refund));
        }
        ProcessVariable.REFUND_DUE.set(execution, ProcessVariable.REFUND_ID.get(execution) != null);
        ProcessVariable.FOUR_EYES.set(execution, refunds.needsFourEyes(number));
    }
}
