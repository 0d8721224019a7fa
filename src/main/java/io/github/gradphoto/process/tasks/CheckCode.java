package io.github.gradphoto.process.tasks;

import io.github.gradphoto.collectioncode.CollectionCodes;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks the newest collection code; without one the student is asked for it. */
@Component("checkCode")
class CheckCode implements JavaDelegate {

    private final CollectionCodes codes;

    CheckCode(CollectionCodes codes) {
        this.codes = codes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var verdict = codes.check(ProcessVariable.APPLICATION_NUMBER.get(execution));
        ProcessVariable.CODE_VERDICT.set(execution, verdict.name());
    }
}
