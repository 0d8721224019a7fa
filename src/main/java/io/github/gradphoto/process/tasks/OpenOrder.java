package io.github.gradphoto.process.tasks;

import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.process.Decisions;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Picks the tariff and opens the order, unless nothing is to pay. */
@Component("openOrder")
class OpenOrder implements JavaDelegate {

    private final Payments payments;
    private final Decisions decisions;

    OpenOrder(Payments payments, Decisions decisions) {
        this.payments = payments;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = ProcessVariable.APPLICATION_NUMBER.get(execution);
        var tariff = decisions.fee(payments.facts(number));
        ProcessVariable.FEE_DUE.set(execution, payments.open(number, tariff));
    }
}
