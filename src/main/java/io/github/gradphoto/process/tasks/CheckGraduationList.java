package io.github.gradphoto.process.tasks;

import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks the student up in the imported list of certificates. */
@Component("checkGraduationList")
class CheckGraduationList implements JavaDelegate {

    private final GraduationList list;

    CheckGraduationList(GraduationList list) {
        this.list = list;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var graduation = list.check(ProcessVariable.APPLICATION_NUMBER.get(execution));
        ProcessVariable.GRADUATION.set(execution, graduation.name());
    }
}
