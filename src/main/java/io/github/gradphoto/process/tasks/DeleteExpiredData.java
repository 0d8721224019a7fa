package io.github.gradphoto.process.tasks;

import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.retention.Retention;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Deletes the next chunk of personal data whose time is over. */
@Component("deleteExpiredData")
class DeleteExpiredData implements JavaDelegate {

    private final Retention retention;

    DeleteExpiredData(Retention retention) {
        this.retention = retention;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProcessVariable.ALL_DELETED.set(execution, retention.deleteNext());
    }
}
