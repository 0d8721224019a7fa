package io.github.gradphoto.process.access;

import io.github.gradphoto.identity.StaffGroup;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * The groups and their rights. Tasks come to a group by being its candidate alone; a right on all tasks of a definition
 * would show everyone everything.
 */
final class EngineGroups {

    static final Set<StaffGroup> WITH_TASKS = EnumSet.of(
            StaffGroup.REVIEWER,
            StaffGroup.HEAD_REVIEWER,
            StaffGroup.REGISTRAR,
            StaffGroup.BURSAR,
            StaffGroup.MAILROOM,
            StaffGroup.CERTIFICATE_DESK);

    private static final Map<StaffGroup, String> NAMES = Map.of(
            StaffGroup.REVIEWER, "照片审核",
            StaffGroup.HEAD_REVIEWER, "复审与身份复核",
            StaffGroup.REGISTRAR, "教务处",
            StaffGroup.BURSAR, "财务处",
            StaffGroup.MAILROOM, "收发室",
            StaffGroup.CERTIFICATE_DESK, "发证窗口",
            StaffGroup.CLASS_TEACHER, "班主任",
            StaffGroup.DEAN, "教学院长",
            StaffGroup.ADMINISTRATOR, "系统管理员");

    private final IdentityService identity;
    private final AuthorizationService authorizations;

    EngineGroups(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    void createMissing() {
        for (var group : StaffGroup.values()) {
            if (identity.createGroupQuery().groupId(group.id()).count() == 0) {
                var row = identity.newGroup(group.id());
                row.setName(NAMES.get(group));
                row.setType(group == StaffGroup.ADMINISTRATOR ? "SYSTEM" : "WORKFLOW");
                identity.saveGroup(row);
                grantRights(group);
            }
        }
    }

    private void grantRights(StaffGroup group) {
        if (group == StaffGroup.ADMINISTRATOR) {
            for (var resource : Resources.values()) {
                grant(group, resource, Authorization.ANY, Permissions.ALL);
            }
        }
        if (WITH_TASKS.contains(group)) {
            grant(group, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
            grant(group, Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ);
        }
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
