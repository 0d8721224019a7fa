package io.github.gradphoto.process.tasks;

import io.github.gradphoto.campaign.LaterClose;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Moves the cases of a notice to its later close, one chunk at a time. */
@Component("moveDeadlines")
class MoveDeadlines implements JavaDelegate {

    private final LaterClose close;

    MoveDeadlines(LaterClose close) {
        this.close = close;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProcessVariable.ALL_MOVED.set(execution, close.moveNext(ProcessVariable.NOTICE_ID.get(execution)));
    }
}
