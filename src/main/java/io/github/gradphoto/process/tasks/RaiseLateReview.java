package io.github.gradphoto.process.tasks;

import io.github.gradphoto.identity.StaffGroup;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Shows a late review to the head reviewer too. */
@Component("raiseLateReview")
class RaiseLateReview implements JavaDelegate {

    private final TaskService tasks;

    RaiseLateReview(@Lazy TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey("reviewPhoto")
                .list()
                .forEach(task -> tasks.addCandidateGroup(task.getId(), StaffGroup.HEAD_REVIEWER.id()));
    }
}
