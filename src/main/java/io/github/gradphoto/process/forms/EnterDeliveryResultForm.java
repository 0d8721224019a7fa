package io.github.gradphoto.process.forms;

import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.registration.Registrations;
import org.springframework.stereotype.Component;

/** 采集单位的回复: fields decision (DELIVERED, REFUSED), note (needed for a refusal; the student reads it). */
@Component("enterDeliveryResultForm")
class EnterDeliveryResultForm extends StaffForm {

    enum Decision {
        DELIVERED,
        REFUSED
    }

    private final Registrations registrations;

    EnterDeliveryResultForm(Registrations registrations) {
        this.registrations = registrations;
    }

    @Override
    void submit(Submission form) {
        var decision = form.decision(Decision.class);
        var note = form.noteIf(decision == Decision.REFUSED);
        if (decision == Decision.DELIVERED) {
            registrations.delivered(form.number(), note, form.actor());
        } else {
            RegistrationFacts.set(form, registrations.refused(form.number(), note, form.actor()));
        }
        form.set(ProcessVariable.DELIVERY_RESULT, decision.name());
    }
}
