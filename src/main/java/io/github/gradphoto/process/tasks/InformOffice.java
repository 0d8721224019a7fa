package io.github.gradphoto.process.tasks;

import io.github.gradphoto.campaign.Escalations;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the office how many have not finished, beside its task. */
@Component("informOffice")
class InformOffice implements JavaDelegate {

    private final Escalations escalations;

    InformOffice(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalations.tellOffice(ProcessVariable.NOTICE_ID.get(execution));
    }
}
