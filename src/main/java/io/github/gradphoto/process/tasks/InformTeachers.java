package io.github.gradphoto.process.tasks;

import io.github.gradphoto.campaign.Escalations;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells class teachers how many of theirs have not finished. */
@Component("informTeachers")
class InformTeachers implements JavaDelegate {

    private final Escalations escalations;

    InformTeachers(Escalations escalations) {
        this.escalations = escalations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalations.tellTeachers(ProcessVariable.NOTICE_ID.get(execution));
    }
}
