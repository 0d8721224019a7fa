package io.github.gradphoto.process.forms;

import io.github.gradphoto.application.Details;
import io.github.gradphoto.application.Dispute;
import org.springframework.stereotype.Component;

/** 信息有误: fields decision (CORRECTED, UNFOUNDED), note (the answer that the student reads). */
@Component("resolveDisputeForm")
class ResolveDisputeForm extends StaffForm {

    private final Details details;

    ResolveDisputeForm(Details details) {
        this.details = details;
    }

    @Override
    void submit(Submission form) {
        var resolution = form.decision(Dispute.Resolution.class);
        details.resolve(form.number(), resolution, form.noteIf(true), form.actor());
    }
}
