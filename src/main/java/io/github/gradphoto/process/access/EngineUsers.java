package io.github.gradphoto.process.access;

import io.github.gradphoto.identity.StaffGroup;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;

/** Writes accounts of staff as the engine keeps them: the whole name is its first name. */
final class EngineUsers {

    private final IdentityService identity;

    EngineUsers(IdentityService identity) {
        this.identity = identity;
    }

    void create(String username, String displayName, String email, String password, Set<StaffGroup> groups) {
        var user = identity.newUser(username);
        user.setFirstName(displayName);
        user.setLastName("");
        user.setEmail(email);
        user.setPassword(password);
        identity.saveUser(user);
        groups.forEach(group -> identity.createMembership(username, group.id()));
    }

    void change(String username, String displayName, String email, Set<StaffGroup> groups, Set<StaffGroup> before) {
        var user = identity.createUserQuery().userId(username).singleResult();
        user.setFirstName(displayName);
        user.setLastName("");
        user.setEmail(email);
        identity.saveUser(user);
        before.stream()
                .filter(group -> !groups.contains(group))
                .forEach(group -> identity.deleteMembership(username, group.id()));
        groups.stream()
                .filter(group -> !before.contains(group))
                .forEach(group -> identity.createMembership(username, group.id()));
    }

    /** Also ends the pause after wrong passwords. */
    void setPassword(String username, String password) {
        var user = identity.createUserQuery().userId(username).singleResult();
        user.setPassword(password);
        identity.saveUser(user);
        identity.unlockUser(username);
    }
}
