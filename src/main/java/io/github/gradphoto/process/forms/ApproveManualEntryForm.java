package io.github.gradphoto.process.forms;

import io.github.gradphoto.collectioncode.CollectionCodes;
import io.github.gradphoto.process.ProcessVariable;
import org.springframework.stereotype.Component;

/** 手动填写: fields decision (APPROVED, DENIED), note (needed for a denial). */
@Component("approveManualEntryForm")
class ApproveManualEntryForm extends StaffForm {

    enum Decision {
        APPROVED,
        DENIED
    }

    private final CollectionCodes collectionCodes;

    ApproveManualEntryForm(CollectionCodes collectionCodes) {
        this.collectionCodes = collectionCodes;
    }

    @Override
    void submit(Submission form) {
        var decision = form.decision(Decision.class);
        var note = form.noteIf(decision == Decision.DENIED);
        collectionCodes.decideManualEntry(form.number(), decision == Decision.APPROVED, note, form.actor());
        form.set(ProcessVariable.MANUAL_ENTRY, decision.name());
    }
}
