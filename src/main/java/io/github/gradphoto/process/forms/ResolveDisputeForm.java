package io.github.gradphoto.process.forms;

import io.github.gradphoto.application.DetailField;
import io.github.gradphoto.application.Details;
import io.github.gradphoto.application.DisputeClaim.Decision;
import io.github.gradphoto.refusal.Refusal;
import java.util.EnumMap;
import org.springframework.stereotype.Component;

/**
 * 信息有误: for each disputed field {@code decision_<FIELD>} (CORRECT, KEEP) and, to correct it, {@code value_<FIELD>}; and
 * note (the answer that the student reads).
 */
@Component("resolveDisputeForm")
class ResolveDisputeForm extends StaffForm {

    private final Details details;

    ResolveDisputeForm(Details details) {
        this.details = details;
    }

    @Override
    void submit(Submission form) {
        var dispute = details.latest(form.number()).orElseThrow(() -> Refusal.conflict("noDispute"));
        var corrected = new EnumMap<DetailField, String>(DetailField.class);
        for (var field : dispute.fields()) {
            if (form.choice("decision_" + field, Decision.class, "decisionNeeded") == Decision.CORRECT) {
                corrected.put(field, form.text("value_" + field));
            }
        }
        details.resolve(form.number(), corrected, form.noteIf(true), form.actor());
    }
}
