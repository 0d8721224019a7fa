package io.github.gradphoto.process.tasks;

import io.github.gradphoto.application.LateCases;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Moves the steps of a case to the deadline that the office granted. */
@Component("extendDeadline")
class ExtendDeadline implements JavaDelegate {

    private final LateCases cases;

    private final Payments payments;

    ExtendDeadline(LateCases cases, Payments payments) {
        this.cases = cases;
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = ProcessVariable.APPLICATION_NUMBER.get(execution);
        cases.moveDeadline(number);
        payments.deadlineMoved(number);
    }
}
