package io.github.gradphoto.payment;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.payment.IncomingPayment.State;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 补印费: taken by the bursary beside the order of the collection fee, and recorded like all money, once. */
@Service
@Transactional
public class ReprintFees {

    private final Payments payments;
    private final Applications applications;
    private final AuditLog audit;

    ReprintFees(Payments payments, Applications applications, AuditLog audit) {
        this.payments = payments;
        this.applications = applications;
        this.audit = audit;
    }

    /**
     * @param owed cents
     * @throws Refusal amountDiffers: other prints are paid wholly or not at all; transactionKnown, valueDateInvalid
     */
    public void received(String number, Arrival money, int owed, String by) {
        if (money.cents() != owed) {
            throw Refusal.invalid("amountDiffers", Yuan.text(owed));
        }
        var application = applications.lock(number);
        payments.record(Channel.COUNTER, money, null, null, by).became(State.REPRINT, application.id(), null);
        audit.record(by, "payment-REPRINT", number, money.transaction());
    }
}
