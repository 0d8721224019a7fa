package io.github.gradphoto.process.tasks;

import io.github.gradphoto.application.Eligibility;
import io.github.gradphoto.application.Eligibility.Verdict;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.process.Decisions;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the decision table whether the notice is for this student. */
@Component("checkEligibility")
class CheckEligibility implements JavaDelegate {

    private final Eligibility eligibility;
    private final Decisions decisions;
    private final Payments payments;

    CheckEligibility(Eligibility eligibility, Decisions decisions, Payments payments) {
        this.eligibility = eligibility;
        this.decisions = decisions;
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = ProcessVariable.APPLICATION_NUMBER.get(execution);
        var answer = decisions.eligibility(eligibility.facts(number));
        var verdict = Verdict.valueOf(answer.verdict());
        eligibility.record(number, verdict, answer.reason());
        if (verdict == Verdict.REFUSED) {
            payments.nothingDue(number);
        }
        ProcessVariable.ELIGIBILITY.set(execution, answer.verdict());
    }
}
