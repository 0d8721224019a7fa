package io.github.gradphoto.process.forms;

import io.github.gradphoto.application.Eligibility;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.process.ProcessVariable;
import org.springframework.stereotype.Component;

/** 资格认定: fields decision (ELIGIBLE, REFUSED), note (needed for a refusal). */
@Component("decideEligibilityForm")
class DecideEligibilityForm extends StaffForm {

    enum Decision {
        ELIGIBLE,
        REFUSED
    }

    private final Eligibility eligibility;
    private final Payments payments;

    DecideEligibilityForm(Eligibility eligibility, Payments payments) {
        this.eligibility = eligibility;
        this.payments = payments;
    }

    @Override
    void submit(Submission form) {
        var decision = form.decision(Decision.class);
        var note = form.noteIf(decision == Decision.REFUSED);
        eligibility.decide(form.number(), decision == Decision.ELIGIBLE, note, form.actor());
        if (decision == Decision.REFUSED) {
            payments.nothingDue(form.number());
        }
        form.set(ProcessVariable.ELIGIBILITY, decision.name());
    }
}
