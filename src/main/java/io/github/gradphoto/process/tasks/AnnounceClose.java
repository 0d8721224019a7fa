package io.github.gradphoto.process.tasks;

import io.github.gradphoto.application.LateCases;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the cases without a photo that the notice closed, one chunk at a time. */
@Component("announceClose")
class AnnounceClose implements JavaDelegate {

    private final LateCases cases;

    AnnounceClose(LateCases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var last = cases.tell(ProcessVariable.NOTICE_ID.get(execution), ProcessVariable.TOLD_UP_TO.get(execution));
        ProcessVariable.TOLD_UP_TO.set(execution, last);
        ProcessVariable.ALL_TOLD.set(execution, last.isEmpty());
    }
}
