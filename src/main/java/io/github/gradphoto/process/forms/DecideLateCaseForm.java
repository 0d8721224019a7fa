package io.github.gradphoto.process.forms;

import io.github.gradphoto.application.LateCases;
import io.github.gradphoto.process.ProcessVariable;
import org.springframework.stereotype.Component;

/** 截止后未完成: fields decision (EXTEND, NEXT_ROUND, CLOSE), until (for an extension), note (needed to end a case). */
@Component("decideLateCaseForm")
class DecideLateCaseForm extends StaffForm {

    private final LateCases lateCases;

    DecideLateCaseForm(LateCases lateCases) {
        this.lateCases = lateCases;
    }

    @Override
    void submit(Submission form) {
        var decision = form.decision(LateCases.Decision.class);
        var note = form.noteIf(decision != LateCases.Decision.EXTEND);
        lateCases.decide(form.number(), decision, form.day("until", "dayInvalid"), note, form.actor());
        form.set(ProcessVariable.LATE_DECISION, decision.name());
    }
}
