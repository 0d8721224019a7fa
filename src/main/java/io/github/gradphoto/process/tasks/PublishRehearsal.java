package io.github.gradphoto.process.tasks;

import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.rehearsal.Rehearsals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the real process of a rehearsed notice. */
@Component("publishRehearsal")
class PublishRehearsal implements JavaDelegate {

    private final Rehearsals rehearsals;

    PublishRehearsal(Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rehearsals.publish(ProcessVariable.NOTICE_ID.get(execution));
    }
}
