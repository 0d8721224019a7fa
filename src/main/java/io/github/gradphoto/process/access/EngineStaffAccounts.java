package io.github.gradphoto.process.access;

import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class EngineStaffAccounts implements StaffAccounts {

    private final IdentityService identity;

    EngineStaffAccounts(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public boolean exists(String username) {
        return identity.createUserQuery().userId(username).count() > 0;
    }

    @Override
    public boolean hasAdministrator() {
        return identity.createUserQuery()
                        .memberOfGroup(StaffGroup.ADMINISTRATOR.id())
                        .count()
                > 0;
    }

    @Override
    public void create(String username, String displayName, String password, Set<StaffGroup> groups) {
        var user = identity.newUser(username);
        user.setFirstName(displayName);
        user.setLastName("");
        user.setPassword(password);
        identity.saveUser(user);
        groups.forEach(group -> identity.createMembership(username, group.id()));
    }

    @Override
    public boolean checkPassword(String username, String password) {
        return identity.checkPassword(username, password);
    }

    @Override
    public Set<StaffGroup> groupsOf(String username) {
        var ids = identity.createGroupQuery().groupMember(username).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        return Arrays.stream(StaffGroup.values())
                .filter(group -> ids.contains(group.id()))
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, String> teachers() {
        return identity.createUserQuery().memberOfGroup(StaffGroup.CLASS_TEACHER.id()).list().stream()
                .collect(Collectors.toMap(
                        User::getId,
                        user -> Optional.ofNullable(user.getFirstName()).orElse(user.getId())));
    }

    @Override
    public String emailOf(String username) {
        return Optional.ofNullable(identity.createUserQuery().userId(username).singleResult())
                .map(User::getEmail)
                .filter(mail -> !mail.isBlank())
                .orElse(null);
    }

    @Override
    public Set<String> emailsOf(StaffGroup group) {
        return identity.createUserQuery().memberOfGroup(group.id()).list().stream()
                .map(User::getEmail)
                .filter(mail -> mail != null && !mail.isBlank())
                .collect(Collectors.toSet());
    }

    @Override
    public String displayName(String username) {
        return Optional.ofNullable(identity.createUserQuery().userId(username).singleResult())
                .map(user -> user.getFirstName())
                .orElse(username);
    }
}
