package io.github.gradphoto.process.tasks;

import io.github.gradphoto.operations.IncidentDigest;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the mail about failed steps, where there is one to write. */
@Component("sendIncidentDigest")
class SendIncidentDigest implements JavaDelegate {

    private final IncidentDigest digest;

    SendIncidentDigest(IncidentDigest digest) {
        this.digest = digest;
    }

    @Override
    public void execute(DelegateExecution execution) {
        digest.tellIfNeeded();
    }
}
