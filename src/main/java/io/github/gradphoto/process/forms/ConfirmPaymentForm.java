package io.github.gradphoto.process.forms;

import io.github.gradphoto.payment.Arrival;
import io.github.gradphoto.payment.IncomingPayment.State;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.payment.Yuan;
import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * 确认缴费: fields decision (RECEIVED, NOT_RECEIVED); amount, valueDate and reference of what was received; note (needed
 * where no money was found). The order is settled where the whole fee is in; for less, the student is asked for the rest.
 */
@Component("confirmPaymentForm")
class ConfirmPaymentForm extends StaffForm {

    enum Decision {
        RECEIVED,
        NOT_RECEIVED
    }

    private static final String NOT_SETTLED = "NOT_SETTLED";

    private final Payments payments;

    ConfirmPaymentForm(Payments payments) {
        this.payments = payments;
    }

    @Override
    void submit(Submission form) {
        var decision = form.decision(Decision.class);
        var note = form.noteIf(decision == Decision.NOT_RECEIVED);
        if (decision == Decision.RECEIVED) {
            var state = payments.confirm(form.number(), money(form), note, form.actor());
            boolean settled = state == State.COUNTED || state == State.SURPLUS;
            form.set(ProcessVariable.PAYMENT_RESULT, settled ? decision.name() : NOT_SETTLED);
        } else {
            payments.notFound(form.number(), note, form.actor());
            form.set(ProcessVariable.PAYMENT_RESULT, decision.name());
        }
    }

    private static Arrival money(Submission form) {
        int cents = Yuan.cents(form.text("amount")).orElseThrow(() -> Refusal.invalid("amountInvalid"));
        return new Arrival(form.text("reference"), cents, form.day("valueDate", "valueDateInvalid"));
    }
}
