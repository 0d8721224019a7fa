package io.github.gradphoto.process.forms;

import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.process.ProcessVariable;
import org.springframework.stereotype.Component;

/** 确认缴费: fields decision (RECEIVED, NOT_RECEIVED), valueDate, note (needed where no money was found). */
@Component("confirmPaymentForm")
class ConfirmPaymentForm extends StaffForm {

    enum Decision {
        RECEIVED,
        NOT_RECEIVED
    }

    private final Payments payments;

    ConfirmPaymentForm(Payments payments) {
        this.payments = payments;
    }

    @Override
    void submit(Submission form) {
        var decision = form.decision(Decision.class);
        var note = form.noteIf(decision == Decision.NOT_RECEIVED);
        if (decision == Decision.RECEIVED) {
            payments.confirm(form.number(), form.day("valueDate", "valueDateInvalid"), note, form.actor());
        } else {
            payments.notFound(form.number(), note, form.actor());
        }
        form.set(ProcessVariable.PAYMENT_RESULT, decision.name());
    }
}
