package io.github.gradphoto.process.tasks;

import io.github.gradphoto.message.DeliverMessage;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands one message to the mail server. A failure is thrown on: the engine retries, then shows an incident. */
@Component("deliverMessage")
class DeliverMessageTask implements JavaDelegate {

    private final DeliverMessage delivery;

    DeliverMessageTask(DeliverMessage delivery) {
        this.delivery = delivery;
    }

    @Override
    public void execute(DelegateExecution execution) {
        delivery.deliver(ProcessVariable.MESSAGE_ID.get(execution));
    }
}
