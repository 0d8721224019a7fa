package io.github.gradphoto.process.forms;

import io.github.gradphoto.payment.UnmatchedPayments;
import io.github.gradphoto.process.ProcessVariable;
import org.springframework.stereotype.Component;

/** 退回来款: field reference. */
@Component("returnPaymentForm")
class ReturnPaymentForm extends StaffForm {

    private final UnmatchedPayments payments;

    ReturnPaymentForm(UnmatchedPayments payments) {
        this.payments = payments;
    }

    @Override
    void submit(Submission form) {
        payments.returned(form.fact(ProcessVariable.PAYMENT_ID), form.text("reference"), form.actor());
    }
}
