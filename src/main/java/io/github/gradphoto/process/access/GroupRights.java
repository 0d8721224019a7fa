package io.github.gradphoto.process.access;

import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the groups, their rights and their Tasklist filters at the first start. Tasks come to a group by being its
 * candidate alone; a right on all tasks of a definition would show everyone everything.
 */
@Component
class GroupRights {

    private static final Set<StaffGroup> WITH_TASKS = EnumSet.of(
            StaffGroup.REVIEWER,
            StaffGroup.HEAD_REVIEWER,
            StaffGroup.REGISTRAR,
            StaffGroup.BURSAR,
            StaffGroup.MAILROOM,
            StaffGroup.CERTIFICATE_DESK);

    private static final Map<StaffGroup, String> NAMES = Map.of(
            StaffGroup.REVIEWER, "照片审核 Photo review",
            StaffGroup.HEAD_REVIEWER, "复审与身份复核 Late reviews",
            StaffGroup.REGISTRAR, "教务处 Academic affairs",
            StaffGroup.BURSAR, "财务处 Bursary",
            StaffGroup.MAILROOM, "收发室 Mail room",
            StaffGroup.CERTIFICATE_DESK, "发证窗口 Certificate desk",
            StaffGroup.CLASS_TEACHER, "班主任 Class teachers",
            StaffGroup.DEAN, "教学院长 Dean",
            StaffGroup.ADMINISTRATOR, "系统管理员 Administrators");

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final StaffAccounts accounts;
    private final String administrator;
    private final String firstPassword;

    GroupRights(
            IdentityService identity,
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks,
            StaffAccounts accounts,
            @Value("${gradphoto.administrator.username:}") String administrator,
            @Value("${gradphoto.administrator.password:}") String firstPassword) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.accounts = accounts;
        this.administrator = administrator;
        this.firstPassword = firstPassword;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional
    public void prepare() {
        for (var group : StaffGroup.values()) {
            if (identity.createGroupQuery().groupId(group.id()).count() == 0) {
                var row = identity.newGroup(group.id());
                row.setName(NAMES.get(group));
                row.setType(group == StaffGroup.ADMINISTRATOR ? "SYSTEM" : "WORKFLOW");
                identity.saveGroup(row);
                grantRights(group);
            }
        }
        if (!administrator.isBlank() && !accounts.hasAdministrator()) {
            if (firstPassword.isBlank()) {
                throw new IllegalStateException("The first administrator needs GRADPHOTO_ADMINISTRATOR_PASSWORD.");
            }
            accounts.create(administrator, administrator, firstPassword, Set.of(StaffGroup.ADMINISTRATOR));
        }
    }

    private void grantRights(StaffGroup group) {
        if (group == StaffGroup.ADMINISTRATOR) {
            for (var resource : Resources.values()) {
                grant(group, resource, Authorization.ANY, Permissions.ALL);
            }
            addFilter(group, 0, "全部任务 All tasks", tasks.createTaskQuery());
        }
        if (WITH_TASKS.contains(group)) {
            grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            grant(group, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
            addFilter(
                    group,
                    10,
                    NAMES.get(group),
                    tasks.createTaskQuery().taskCandidateGroup(group.id()).includeAssignedTasks());
            addFilter(
                    group,
                    20,
                    "我认领的 Claimed by me",
                    tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        }
    }

    /** Several groups share the filter of one name. */
    private void addFilter(StaffGroup group, int priority, String name, TaskQuery query) {
        var filter = filters.createFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
            filter.setQuery(query.orderByDueDate().asc());
            filter.setProperties(Map.of(
                    "priority",
                    priority,
                    "refresh",
                    true,
                    "showUndefinedVariable",
                    false,
                    "variables",
                    List.of(
                            Map.of("name", "applicationNumber", "label", "申请号 No."),
                            Map.of("name", "classCode", "label", "班级 Class"),
                            Map.of("name", "attempt", "label", "照片 Photo"))));
            filters.saveFilter(filter);
        }
        grant(group, Resources.FILTER, filter.getId(), Permissions.READ);
    }

    private void grant(StaffGroup group, Resource resource, String id, Permission permission) {
        var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(group.id());
        authorization.setResource(resource);
        authorization.setResourceId(id);
        authorization.addPermission(permission);
        authorizations.saveAuthorization(authorization);
    }
}
