package io.github.gradphoto.process;

import io.github.gradphoto.application.StaffTasks;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff tasks under the rights of the signed-in person: the engine's authorizations decide what is found. */
@Component
@Transactional(readOnly = true)
class EngineStaffTasks implements StaffTasks {

    private static final List<String> FACTS = List.of(
            ProcessVariable.APPLICATION_NUMBER.name(),
            ProcessVariable.REFUND_ID.name(),
            ProcessVariable.PAYMENT_ID.name(),
            ProcessVariable.NOTICE_ID.name());

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final IdentityService identity;
    private final StaffAccounts accounts;

    EngineStaffTasks(TaskService tasks, RuntimeService runtime, IdentityService identity, StaffAccounts accounts) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.identity = identity;
        this.accounts = accounts;
    }

    @Override
    public Optional<StaffTask> find(String taskId) {
        return find(List.of(taskId)).stream().findFirst();
    }

    @Override
    public List<StaffTask> find(Collection<String> taskIds) {
        return asMe(() -> tasks.createTaskQuery()
                        .taskIdIn(taskIds.toArray(String[]::new))
                        .list())
                .stream()
                .map(this::view)
                .toList();
    }

    @Override
    public Optional<StaffTask> of(String number, Set<Step> steps) {
        var keys = steps.stream().map(ProcessIds::taskKey).toArray(String[]::new);
        return asMe(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(number)
                        .taskDefinitionKeyIn(keys)
                        .list())
                .stream()
                .map(this::view)
                .findFirst();
    }

    @Override
    public List<Card> cards(Collection<String> taskIds) {
        var found = asMe(() ->
                tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).list());
        if (found.isEmpty()) {
            return List.of();
        }
        var numbers = runtime
                .createVariableInstanceQuery()
                .taskIdIn(found.stream().map(Task::getId).toArray(String[]::new))
                .variableName(ProcessVariable.APPLICATION_NUMBER.name())
                .list()
                .stream()
                .filter(copy -> copy.getValue() != null)
                .collect(Collectors.toMap(VariableInstance::getTaskId, copy -> (String) copy.getValue()));
        return found.stream()
                .map(task -> new Card(
                        task.getId(),
                        numbers.get(task.getId()),
                        task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                        me().equals(task.getAssignee()) ? null : task.getAssignee()))
                .toList();
    }

    @Override
    public List<String> numbersAt(Step step) {
        var instances = asMe(() -> tasks.createTaskQuery()
                        .taskDefinitionKey(ProcessIds.taskKey(step))
                        .list())
                .stream()
                .map(Task::getProcessInstanceId)
                .collect(Collectors.toSet());
        return instances.isEmpty()
                ? List.of()
                : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                        .map(ProcessInstance::getBusinessKey)
                        .sorted()
                        .toList();
    }

    @Override
    public List<StaffTask> at(Collection<Step> steps) {
        var found = asMe(() -> tasks.createTaskQuery()
                .taskDefinitionKeyIn(steps.stream().map(ProcessIds::taskKey).toArray(String[]::new))
                .orderByTaskCreateTime()
                .asc()
                .list());
        var facts = facts(found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()));
        return found.stream()
                .map(task -> view(task, facts.getOrDefault(task.getProcessInstanceId(), Map.of())))
                .toList();
    }

    /** By process instance. */
    private Map<String, Map<String, Object>> facts(Set<String> instances) {
        if (instances.isEmpty()) {
            return Map.of();
        }
        return runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(instances.toArray(String[]::new))
                .variableNameIn(FACTS.toArray(String[]::new))
                .list()
                .stream()
                .filter(fact -> fact.getValue() != null)
                .collect(Collectors.groupingBy(
                        VariableInstance::getProcessInstanceId,
                        Collectors.toMap(VariableInstance::getName, VariableInstance::getValue, (one, other) -> one)));
    }

    @Override
    public long countMine() {
        var groups = accounts.groupsOf(me()).stream().map(StaffGroup::id).toList();
        return groups.isEmpty() ? 0 : asMe(() -> query(groups).count());
    }

    private TaskQuery query(List<String> groups) {
        return tasks.createTaskQuery()
                .or()
                .taskCandidateGroupIn(groups)
                .taskAssignee(me())
                .endOr();
    }

    private StaffTask view(Task task) {
        return view(task, runtime.getVariables(task.getProcessInstanceId(), FACTS));
    }

    private static StaffTask view(Task task, Map<String, Object> facts) {
        var subject = FACTS.stream()
                .skip(1)
                .map(facts::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new StaffTask(
                task.getId(),
                ProcessIds.step(task.getTaskDefinitionKey()),
                (String) facts.get(ProcessVariable.APPLICATION_NUMBER.name()),
                task.getAssignee(),
                (Long) subject);
    }

    private <T> T asMe(Supplier<T> question) {
        try {
            identity.setAuthentication(
                    me(), accounts.groupsOf(me()).stream().map(StaffGroup::id).toList());
            return question.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private static String me() {
        return SecurityContextHolder.getContext().getAuthentication().getName();
    }
}
