package io.github.gradphoto.process.forms;

import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.registration.Reverification;
import io.github.gradphoto.registration.Reverifications;
import org.springframework.stereotype.Component;

/** 身份复核: fields decision (SUBMIT, MORE_EVIDENCE, NEW_PHOTO), note (needed unless it is submitted). */
@Component("decideReverificationForm")
class DecideReverificationForm extends StaffForm {

    private final Reverifications reverifications;

    DecideReverificationForm(Reverifications reverifications) {
        this.reverifications = reverifications;
    }

    @Override
    void submit(Submission form) {
        var decision = form.decision(Reverification.Decision.class);
        var note = form.noteIf(decision != Reverification.Decision.SUBMIT);
        reverifications
                .decide(form.number(), decision, note, form.actor())
                .ifPresent(outcome -> RegistrationFacts.set(form, outcome));
        form.set(ProcessVariable.REVERIFICATION_DECISION, decision.name());
    }
}
