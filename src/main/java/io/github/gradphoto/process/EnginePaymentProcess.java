package io.github.gradphoto.process;

import io.github.gradphoto.payment.PaymentProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts what the bursary has to do about single sums of money. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EnginePaymentProcess implements PaymentProcess {

    private final RuntimeService runtime;

    EnginePaymentProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void refundAsked(String number, String classCode, long refundId) {
        runtime.createProcessInstanceByKey(ProcessIds.PHOTO_REFUND)
                .businessKey(number)
                .setVariable(ProcessVariable.APPLICATION_NUMBER.name(), number)
                .setVariable(ProcessVariable.CLASS_CODE.name(), classCode)
                .setVariable(ProcessVariable.REFUND_ID.name(), refundId)
                .execute();
    }

    @Override
    public void unmatched(long paymentId) {
        runtime.createProcessInstanceByKey(ProcessIds.UNMATCHED_PAYMENT)
                .businessKey("payment-" + paymentId)
                .setVariable(ProcessVariable.PAYMENT_ID.name(), paymentId)
                .execute();
    }
}
