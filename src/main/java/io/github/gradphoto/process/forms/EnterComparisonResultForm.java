package io.github.gradphoto.process.forms;

import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.registration.Comparison;
import io.github.gradphoto.registration.Registrations;
import org.springframework.stereotype.Component;

/** 人像比对: field comparison (PASSED, FAILED, UNSURE, ABNORMAL). */
@Component("enterComparisonResultForm")
class EnterComparisonResultForm extends StaffForm {

    private final Registrations registrations;

    EnterComparisonResultForm(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    void submit(Submission form) {
        var comparison = form.choice("comparison", Comparison.class, "decisionNeeded");
        registrations
                .compared(form.number(), comparison, form.actor())
                .ifPresent(outcome -> RegistrationFacts.set(form, outcome));
        form.set(ProcessVariable.COMPARISON_RESULT, comparison.name());
    }
}
