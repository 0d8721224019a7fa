package io.github.gradphoto.process.access;

import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the groups with their rights at the first start, and the first administrator where the settings name one. */
@Component
class GroupRights {

    private final EngineGroups groups;
    private final StaffAccounts accounts;
    private final String administrator;
    private final String firstPassword;

    GroupRights(
            IdentityService identity,
            AuthorizationService authorizations,
            StaffAccounts accounts,
            @Value("${gradphoto.administrator.username:}") String administrator,
            @Value("${gradphoto.administrator.password:}") String firstPassword) {
        this.groups = new EngineGroups(identity, authorizations);
        this.accounts = accounts;
        this.administrator = administrator;
        this.firstPassword = firstPassword;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Transactional
    public void prepare() {
        groups.createMissing();
        if (!administrator.isBlank() && !accounts.hasAdministrator() && !accounts.exists(administrator)) {
            if (firstPassword.isBlank()) {
                throw new IllegalStateException("The first administrator needs GRADPHOTO_ADMINISTRATOR_PASSWORD.");
            }
            accounts.create(administrator, administrator, firstPassword, Set.of(StaffGroup.ADMINISTRATOR));
        }
    }
}
