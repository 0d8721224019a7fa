package io.github.gradphoto.process.forms;

import io.github.gradphoto.application.Eligibility;
import io.github.gradphoto.process.ProcessVariable;
import org.springframework.stereotype.Component;

/** 资格复核: fields decision (ELIGIBLE, REFUSED), note (needed to take the eligibility away, because the student reads it). */
@Component("reviewEligibilityForm")
class ReviewEligibilityForm extends StaffForm {

    private final Eligibility eligibility;

    ReviewEligibilityForm(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    @Override
    void submit(Submission form) {
        var decision = form.decision(DecideEligibilityForm.Decision.class);
        boolean kept = decision == DecideEligibilityForm.Decision.ELIGIBLE;
        eligibility.review(form.number(), kept, form.noteIf(!kept), form.actor());
        form.set(ProcessVariable.ELIGIBILITY_REVIEW, decision.name());
    }
}
