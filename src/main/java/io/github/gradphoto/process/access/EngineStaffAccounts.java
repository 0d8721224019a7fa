package io.github.gradphoto.process.access;

import io.github.gradphoto.identity.StaffAccount;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.identity.StaffLocks;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class EngineStaffAccounts implements StaffAccounts {

    private final IdentityService identity;
    private final EngineUsers users;
    private final StaffLocks locks;

    EngineStaffAccounts(IdentityService identity, StaffLocks locks) {
        this.identity = identity;
        this.users = new EngineUsers(identity);
        this.locks = locks;
    }

    @Override
    public boolean exists(String username) {
        return identity.createUserQuery().userId(username).count() > 0;
    }

    @Override
    public boolean hasAdministrator() {
        return working(StaffGroup.ADMINISTRATOR).findAny().isPresent();
    }

    @Override
    public void create(String username, String displayName, String password, Set<StaffGroup> groups) {
        users.create(username, displayName, null, password, groups);
    }

    @Override
    public List<StaffAccount> all() {
        var groups = new HashMap<String, Set<StaffGroup>>();
        for (var group : StaffGroup.values()) {
            identity.createUserQuery()
                    .memberOfGroup(group.id())
                    .list()
                    .forEach(user -> groups.computeIfAbsent(user.getId(), none -> EnumSet.noneOf(StaffGroup.class))
                            .add(group));
        }
        return identity.createUserQuery().list().stream()
                .map(user -> account(user, groups.getOrDefault(user.getId(), Set.of())))
                .sorted(Comparator.comparing(StaffAccount::username))
                .toList();
    }

    @Override
    public Optional<StaffAccount> find(String username) {
        return Optional.ofNullable(identity.createUserQuery().userId(username).singleResult())
                .map(user -> account(user, groupsOf(username)));
    }

    private static StaffAccount account(User user, Set<StaffGroup> groups) {
        return new StaffAccount(
                user.getId(), Optional.ofNullable(user.getFirstName()).orElse(user.getId()), mail(user), groups);
    }

    private static String mail(User user) {
        return user.getEmail() == null || user.getEmail().isBlank() ? null : user.getEmail();
    }

    @Override
    public void change(String username, String displayName, String email, Set<StaffGroup> groups) {
        users.change(username, displayName, email, groups, groupsOf(username));
    }

    @Override
    public void setPassword(String username, String password) {
        users.setPassword(username, password);
    }

    @Override
    public boolean checkPassword(String username, String password) {
        return identity.checkPassword(username, password) && !locks.isLocked(username);
    }

    private Stream<User> working(StaffGroup group) {
        var closed = locks.all().keySet();
        return identity.createUserQuery().memberOfGroup(group.id()).list().stream()
                .filter(user -> !closed.contains(user.getId()));
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
        return working(StaffGroup.CLASS_TEACHER)
                .collect(Collectors.toMap(
                        User::getId,
                        user -> Optional.ofNullable(user.getFirstName()).orElse(user.getId())));
    }

    @Override
    public String emailOf(String username) {
        return Optional.ofNullable(identity.createUserQuery().userId(username).singleResult())
                .filter(user -> !locks.isLocked(user.getId()))
                .map(EngineStaffAccounts::mail)
                .orElse(null);
    }

    @Override
    public Set<String> emailsOf(StaffGroup group) {
        return working(group)
                .map(EngineStaffAccounts::mail)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Override
    public String displayName(String username) {
        return Optional.ofNullable(identity.createUserQuery().userId(username).singleResult())
                .map(user -> user.getFirstName())
                .orElse(username);
    }
}
