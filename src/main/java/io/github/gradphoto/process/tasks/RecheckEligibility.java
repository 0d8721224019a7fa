package io.github.gradphoto.process.tasks;

import io.github.gradphoto.application.Eligibility;
import io.github.gradphoto.application.Eligibility.Verdict;
import io.github.gradphoto.process.Decisions;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the decision table again, because the roster says something else of a student whose case runs. */
@Component("recheckEligibility")
class RecheckEligibility implements JavaDelegate {

    private final Eligibility eligibility;
    private final Decisions decisions;

    RecheckEligibility(Eligibility eligibility, Decisions decisions) {
        this.eligibility = eligibility;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = ProcessVariable.APPLICATION_NUMBER.get(execution);
        var answer = decisions.eligibility(eligibility.facts(number));
        eligibility.recheck(number, Verdict.valueOf(answer.verdict()), answer.reason());
        ProcessVariable.ELIGIBILITY_REVIEW.set(execution, answer.verdict());
    }
}
