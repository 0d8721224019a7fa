package io.github.gradphoto.process.access;

import io.github.gradphoto.process.ProcessVariable;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * Gives a staff task copies of what its card in Tasklist shows. The right on the task then covers them; the right to read
 * the whole process instance would show a group where every other case stands.
 */
class CardFacts implements TaskListener {

    static final List<ProcessVariable<?>> SHOWN =
            List.of(ProcessVariable.APPLICATION_NUMBER, ProcessVariable.CLASS_CODE, ProcessVariable.ATTEMPT);

    @Override
    public void notify(DelegateTask task) {
        SHOWN.forEach(fact -> task.setVariableLocal(fact.name(), fact.get(task.getExecution())));
    }
}
