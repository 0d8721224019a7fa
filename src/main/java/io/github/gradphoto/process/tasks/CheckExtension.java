package io.github.gradphoto.process.tasks;

import io.github.gradphoto.application.LateCases;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks, when an extension is over, whether the photo came; if not, the office is asked again. */
@Component("checkExtension")
class CheckExtension implements JavaDelegate {

    private final LateCases cases;

    CheckExtension(LateCases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = ProcessVariable.APPLICATION_NUMBER.get(execution);
        ProcessVariable.PHOTO_MISSING.set(execution, cases.isPhotoMissing(number));
    }
}
