package io.github.gradphoto.process.forms;

import io.github.gradphoto.payment.UnmatchedPayments;
import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.refusal.Refusal;
import org.springframework.stereotype.Component;

/** 认领来款: fields decision (ASSIGN, RETURN), studentNumber (to assign it), note (needed to send it back). */
@Component("claimPaymentForm")
class ClaimPaymentForm extends StaffForm {

    enum Decision {
        ASSIGN,
        RETURN
    }

    private final UnmatchedPayments payments;

    ClaimPaymentForm(UnmatchedPayments payments) {
        this.payments = payments;
    }

    @Override
    void submit(Submission form) {
        var decision = form.decision(Decision.class);
        var note = form.noteIf(decision == Decision.RETURN);
        long payment = form.fact(ProcessVariable.PAYMENT_ID);
        if (decision == Decision.RETURN) {
            payments.askReturn(payment, note, form.actor());
        } else if (form.text("studentNumber").isEmpty()) {
            throw Refusal.invalid("studentNumberNeeded");
        } else {
            payments.assign(payment, form.text("studentNumber"), form.actor());
        }
        form.set(ProcessVariable.CLAIM_DECISION, decision.name());
    }
}
