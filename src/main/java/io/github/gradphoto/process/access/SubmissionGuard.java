package io.github.gradphoto.process.access;

import io.github.gradphoto.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Refuses the completion of a staff task that brings variables which would stay in the engine: neither personal data nor
 * a forged gateway fact gets in, whoever calls. Runs before the task's own listener, when nothing else has been written.
 */
class SubmissionGuard implements TaskListener {

    @Override
    public void notify(DelegateTask delegateTask) {
        var task = (TaskEntity) delegateTask;
        var execution = (ExecutionEntity) task.getExecution();
        var written = Stream.of(task.getVariableInstancesLocal(), variables(execution))
                .flatMap(list -> list.stream())
                .filter(VariableInstanceEntity.class::isInstance)
                .map(VariableInstanceEntity.class::cast)
                .anyMatch(SubmissionGuard::isWrittenNow);
        if (written) {
            throw RefusedSubmission.remember(Refusal.invalid("transientOnly"));
        }
    }

    private static List<?> variables(ExecutionEntity execution) {
        var all = new ArrayList<Object>();
        for (var scope = execution; scope != null; scope = scope.getParent()) {
            all.addAll(scope.getVariableInstancesLocal());
        }
        return all;
    }

    private static boolean isWrittenNow(VariableInstanceEntity variable) {
        var entities = Context.getCommandContext().getDbEntityManager();
        return !variable.isTransient()
                && (!entities.getDbEntityCache().isPersistent(variable) || entities.isDirty(variable));
    }
}
