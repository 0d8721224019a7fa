package io.github.gradphoto.process.forms;

import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.process.ProcessVariable;
import org.springframework.stereotype.Component;

/** 快递异常: fields decision (POST_AGAIN, PRINT_AGAIN, PICKUP, DELIVERED), note. */
@Component("resolveParcelForm")
class ResolveParcelForm extends StaffForm {

    private final Prints prints;

    ResolveParcelForm(Prints prints) {
        this.prints = prints;
    }

    @Override
    void submit(Submission form) {
        var decision = form.decision(Prints.ParcelDecision.class);
        prints.resolve(form.number(), decision, form.note(), form.actor());
        form.set(ProcessVariable.PARCEL_DECISION, decision.name());
    }
}
