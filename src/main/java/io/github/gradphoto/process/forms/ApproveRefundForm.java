package io.github.gradphoto.process.forms;

import io.github.gradphoto.payment.Refunds;
import io.github.gradphoto.process.ProcessVariable;
import org.springframework.stereotype.Component;

/** 审批退费: fields decision (APPROVED, DECLINED), note (needed to decline). */
@Component("approveRefundForm")
class ApproveRefundForm extends StaffForm {

    enum Decision {
        APPROVED,
        DECLINED
    }

    private final Refunds refunds;

    ApproveRefundForm(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    void submit(Submission form) {
        var decision = form.decision(Decision.class);
        var note = form.noteIf(decision == Decision.DECLINED);
        refunds.decide(
                form.number(), form.fact(ProcessVariable.REFUND_ID), decision == Decision.APPROVED, note, form.actor());
        form.set(ProcessVariable.REFUND_DECISION, decision.name());
    }
}
