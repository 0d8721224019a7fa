package io.github.gradphoto.process.forms;

import io.github.gradphoto.registration.Reverifications;
import org.springframework.stereotype.Component;

/** 身份复核结果: fields decision (PASSED, FAILED), note (needed for a failure; the student reads it). */
@Component("enterReverificationResultForm")
class EnterReverificationResultForm extends StaffForm {

    enum Decision {
        PASSED,
        FAILED
    }

    private final Reverifications reverifications;

    EnterReverificationResultForm(Reverifications reverifications) {
        this.reverifications = reverifications;
    }

    @Override
    void submit(Submission form) {
        var decision = form.decision(Decision.class);
        var note = form.noteIf(decision == Decision.FAILED);
        RegistrationFacts.set(
                form, reverifications.answered(form.number(), decision == Decision.PASSED, note, form.actor()));
    }
}
