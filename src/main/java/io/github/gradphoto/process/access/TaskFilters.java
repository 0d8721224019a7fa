package io.github.gradphoto.process.access;

import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.process.ProcessIds;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists of Tasklist: of the group, mine, due today, overdue, and one for each step that a group works at. The steps are
 * read from the diagrams, so that a new task has its list at the next start. The name of a filter is a key; who reads it
 * gets the words of their language from {@link LanguageFilter}.
 */
@Component
class TaskFilters {

    /** Suffixes of {@code tasklist.filter.*}, in the order of the list; the first is open when Tasklist opens. */
    static final String GROUP = "group";

    static final String MINE = "mine";
    static final String TODAY = "today";
    static final String OVERDUE = "overdue";
    static final String ALL = "all";

    /** Names that earlier versions gave, in both languages at once. What administrators made themselves stays. */
    private static final List<String> FORMER = List.of(
            "全部任务 All tasks",
            "我认领的 Claimed by me",
            "照片审核 Photo review",
            "复审与身份复核 Late reviews",
            "教务处 Academic affairs",
            "财务处 Bursary",
            "收发室 Mail room",
            "发证窗口 Certificate desk");

    /** To be raised when a query changes, so that existing filters follow. */
    private static final int VERSION = 1;

    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final int FIRST_STEP = 100;

    private final FilterService filters;
    private final TaskService tasks;
    private final RepositoryService repository;
    private final AuthorizationService authorizations;

    TaskFilters(
            FilterService filters,
            TaskService tasks,
            RepositoryService repository,
            AuthorizationService authorizations) {
        this.filters = filters;
        this.tasks = tasks;
        this.repository = repository;
        this.authorizations = authorizations;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0) // after the groups are there
    @Transactional
    public void prepare() {
        FORMER.stream()
                .flatMap(name -> filters.createFilterQuery().filterName(name).list().stream())
                .forEach(filter -> filters.deleteFilter(filter.getId()));
        var groups = EngineGroups.WITH_TASKS;
        var workers = new TreeSet<>(groups);
        workers.add(StaffGroup.ADMINISTRATOR);
        ensure(ALL, 1, tasks.createTaskQuery(), Set.of(StaffGroup.ADMINISTRATOR));
        ensure(GROUP, 10, ofMyGroups(), groups);
        ensure(MINE, 20, tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"), workers);
        ensure(
                TODAY,
                30,
                ofMyGroups()
                        .dueAfterExpression("${deadlines.startOfToday()}")
                        .dueBeforeExpression("${deadlines.endOfToday()}"),
                groups);
        ensure(OVERDUE, 40, ofMyGroups().dueBeforeExpression("${now()}"), groups);
        int priority = FIRST_STEP;
        for (var step : steps().entrySet()) {
            ensure(step.getKey(), priority++, ofMyGroups().taskDefinitionKey(step.getKey()), step.getValue());
        }
    }

    private TaskQuery ofMyGroups() {
        return tasks.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS).includeAssignedTasks();
    }

    /** Task keys with the groups that work at them, in the order of a case; diagrams that are no part of one come last. */
    private Map<String, Collection<StaffGroup>> steps() {
        var steps = new LinkedHashMap<String, Collection<StaffGroup>>();
        repository.createProcessDefinitionQuery().latestVersion().orderByProcessDefinitionKey().asc().list().stream()
                .sorted(Comparator.comparingInt(TaskFilters::place))
                .flatMap(definition ->
                        repository
                                .getBpmnModelInstance(definition.getId())
                                .getModelElementsByType(UserTask.class)
                                .stream())
                .filter(task -> task.getCamundaCandidateGroups() != null)
                .forEach(task -> steps.put(task.getId(), groups(task.getCamundaCandidateGroupsList())));
        return steps;
    }

    private static int place(ProcessDefinition definition) {
        int place = ProcessIds.WITH_STAFF_TASKS.indexOf(definition.getKey());
        return place < 0 ? ProcessIds.WITH_STAFF_TASKS.size() : place;
    }

    private static List<StaffGroup> groups(Collection<String> ids) {
        return Arrays.stream(StaffGroup.values())
                .filter(group -> ids.contains(group.id()))
                .toList();
    }

    private void ensure(String name, int priority, TaskQuery query, Collection<StaffGroup> readers) {
        var filter = filters.createFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        // Nothing is written at an ordinary start: several nodes may start at once.
        if (!isAsWanted(filter, "version", VERSION) || !isAsWanted(filter, "priority", priority)) {
            filter.setQuery(query.orderByDueDate().asc().orderByTaskCreateTime().asc());
            filter.setProperties(properties(priority));
            filters.saveFilter(filter);
        }
        grant(filter, readers);
    }

    private static boolean isAsWanted(Filter filter, String property, int wanted) {
        return filter.getProperties() != null
                && filter.getProperties().get(property) instanceof Number number
                && number.intValue() == wanted;
    }

    private static Map<String, Object> properties(int priority) {
        return Map.of(
                "version",
                VERSION,
                "priority",
                priority,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                CardFacts.SHOWN.stream()
                        .map(fact -> Map.of("name", fact.name(), "label", fact.name()))
                        .toList());
    }

    private void grant(Filter filter, Collection<StaffGroup> readers) {
        var granted =
                authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.FILTER)
                        .resourceId(filter.getId())
                        .list()
                        .stream()
                        .map(Authorization::getGroupId)
                        .collect(Collectors.toSet());
        for (var group : readers) {
            if (!granted.contains(group.id())) {
                var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                authorization.setGroupId(group.id());
                authorization.setResource(Resources.FILTER);
                authorization.setResourceId(filter.getId());
                authorization.addPermission(Permissions.READ);
                authorizations.saveAuthorization(authorization);
            }
        }
    }
}
