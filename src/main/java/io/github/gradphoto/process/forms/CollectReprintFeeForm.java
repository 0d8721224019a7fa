package io.github.gradphoto.process.forms;

import io.github.gradphoto.payment.Arrival;
import io.github.gradphoto.payment.ReprintFees;
import io.github.gradphoto.payment.Yuan;
import io.github.gradphoto.prints.Reprints;
import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.refusal.Refusal;
import org.springframework.stereotype.Component;

/** 核收补印费: fields decision (RECEIVED, NOT_RECEIVED), amount, valueDate, reference; note, needed where nothing came. */
@Component("collectReprintFeeForm")
class CollectReprintFeeForm extends StaffForm {

    private final Reprints reprints;
    private final ReprintFees fees;

    CollectReprintFeeForm(Reprints reprints, ReprintFees fees) {
        this.reprints = reprints;
        this.fees = fees;
    }

    @Override
    void submit(Submission form) {
        boolean received = form.decision(ConfirmPaymentForm.Decision.class) == ConfirmPaymentForm.Decision.RECEIVED;
        var note = form.noteIf(!received);
        if (received) {
            int cents = Yuan.cents(form.text("amount")).orElseThrow(() -> Refusal.invalid("amountInvalid"));
            var money = new Arrival(form.text("reference"), cents, form.day("valueDate", "valueDateInvalid"));
            fees.received(form.number(), money, reprints.current(form.number()).amountCents(), form.actor());
            reprints.paid(form.number(), form.actor());
        } else {
            reprints.drop(form.number(), note, form.actor());
        }
        form.set(ProcessVariable.REPRINT_PAID, received);
    }
}
