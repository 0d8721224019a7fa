package io.github.gradphoto.process;

import io.github.gradphoto.application.HeldTasks;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.identity.StaffGroup;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Claims, seen from outside; each is given back in a transaction of its own. Who may do so is for the caller to say. */
@Component
class EngineHeldTasks implements HeldTasks {

    private final TaskService tasks;

    EngineHeldTasks(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public List<Holder> holders(Collection<StaffGroup> groups) {
        return groups.isEmpty()
                ? List.of()
                : claimed(groups).list().stream().collect(Collectors.groupingBy(Task::getAssignee)).entrySet().stream()
                        .map(held -> holder(held.getKey(), held.getValue()))
                        .sorted(Comparator.comparing(Holder::count).reversed().thenComparing(Holder::username))
                        .toList();
    }

    @Override
    public Holder of(String username) {
        return holder(
                username,
                claimed(EnumSet.allOf(StaffGroup.class)).taskAssignee(username).list());
    }

    @Override
    public int giveBack(String username, Collection<StaffGroup> groups) {
        return groups.isEmpty()
                ? 0
                : (int) claimed(groups).taskAssignee(username).list().stream()
                        .filter(this::giveBack)
                        .count();
    }

    @Override
    public boolean isFree(String number, Step step, String username) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(ProcessIds.taskKey(step))
                .list()
                .stream()
                .anyMatch(
                        task -> task.getAssignee() == null || task.getAssignee().equals(username));
    }

    private boolean giveBack(Task task) {
        try {
            tasks.setAssignee(task.getId(), null);
            return true;
        } catch (OptimisticLockingException | NullValueException finishedMeanwhile) {
            return false;
        }
    }

    private TaskQuery claimed(Collection<StaffGroup> groups) {
        return tasks.createTaskQuery()
                .taskCandidateGroupIn(groups.stream().map(StaffGroup::id).toList())
                .includeAssignedTasks()
                .taskAssigned();
    }

    private static Holder holder(String username, List<Task> held) {
        return new Holder(
                username,
                held.stream()
                        .collect(Collectors.groupingBy(
                                task -> ProcessIds.step(task.getTaskDefinitionKey()),
                                () -> new TreeMap<Step, Long>(),
                                Collectors.counting())));
    }
}
