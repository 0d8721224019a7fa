package io.github.gradphoto.process.tasks;

import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.registration.RunWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Works off the next cases of a run, each in a transaction of its own. */
@Component("workRegistrationRun")
class WorkRegistrationRun implements JavaDelegate {

    private final RunWork work;

    WorkRegistrationRun(RunWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) throws Exception {
        long run = ProcessVariable.RUN_ID.get(execution);
        ProcessVariable.RUN_DONE.set(execution, Aside.call(() -> work.doNext(run)));
    }
}
