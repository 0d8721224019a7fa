package io.github.gradphoto.process.forms;

import io.github.gradphoto.payment.Refunds;
import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.refusal.Refusal;
import org.springframework.stereotype.Component;

/** 退费: field reference. */
@Component("payOutRefundForm")
class PayOutRefundForm extends StaffForm {

    private static final int LONGEST_REFERENCE = 100;

    private final Refunds refunds;

    PayOutRefundForm(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    void submit(Submission form) {
        var reference = form.text("reference");
        if (reference.length() > LONGEST_REFERENCE) {
            throw Refusal.invalid("textTooLong", LONGEST_REFERENCE);
        }
        refunds.paid(form.number(), form.fact(ProcessVariable.REFUND_ID), reference, form.actor());
    }
}
