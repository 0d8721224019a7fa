package io.github.gradphoto.process;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.ChosenTaskDriver;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.refusal.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Completes staff tasks the way Tasklist does: claimed, with transient variables, under the person's own rights. */
@Component
class EngineStaffTaskDriver implements StaffTaskDriver, ChosenTaskDriver {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final StaffAccounts accounts;
    private final Applications applications;

    EngineStaffTaskDriver(
            TaskService tasks,
            RuntimeService runtime,
            IdentityService identity,
            StaffAccounts accounts,
            Applications applications) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
        this.accounts = accounts;
        this.applications = applications;
    }

    @Override
    @Transactional
    public void complete(String number, Step step, String username, Map<String, String> fields) {
        if (!step.isWithoutCase()) {
            // First the case and then its task, as everybody does: two orders of locks would block each other.
            applications.lock(number);
        }
        completeOne(
                username,
                fields,
                () -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .taskDefinitionKey(ProcessIds.taskKey(step))
                        .list());
    }

    @Override
    @Transactional
    public void completeTask(String taskId, String username, Map<String, String> fields) {
        tasks.createTaskQuery().taskId(taskId).list().stream()
                .map(task ->
                        runtime.getVariable(task.getProcessInstanceId(), ProcessVariable.APPLICATION_NUMBER.name()))
                .filter(Objects::nonNull)
                .forEach(number -> applications.lock((String) number));
        completeOne(
                username, fields, () -> tasks.createTaskQuery().taskId(taskId).list());
    }

    private void completeOne(String username, Map<String, String> fields, Supplier<List<Task>> find) {
        var groups = accounts.groupsOf(username).stream().map(StaffGroup::id).toList();
        identity.setAuthentication(username, groups);
        try {
            var task = find.get().stream().findFirst().orElseThrow(() -> Refusal.conflict("stepNotOpen"));
            tasks.claim(task.getId(), username);
            tasks.complete(task.getId(), transientValues(fields));
        } catch (TaskAlreadyClaimedException e) {
            throw Refusal.conflict("taskOfAnother");
        } catch (OptimisticLockingException e) {
            throw Refusal.conflict("changedMeanwhile");
        } catch (ProcessEngineException e) {
            throw refusalIn(e);
        } finally {
            identity.clearAuthentication();
        }
    }

    private static Map<String, Object> transientValues(Map<String, String> fields) {
        var values = new HashMap<String, Object>();
        fields.forEach((name, value) -> values.put(name, Variables.stringValue(value, true)));
        return values;
    }

    /** The engine wraps what a listener throws. */
    private static RuntimeException refusalIn(ProcessEngineException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return e;
    }
}
