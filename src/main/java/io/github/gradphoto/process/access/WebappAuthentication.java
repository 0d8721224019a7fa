package io.github.gradphoto.process.access;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;
import org.springframework.security.core.context.SecurityContextHolder;

/** Hands our sign-in to Tasklist and Cockpit. The engine's webapps make it themselves, by its class name. */
public class WebappAuthentication extends ContainerBasedAuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        var user = SecurityContextHolder.getContext().getAuthentication();
        if (user == null || user.getAuthorities().stream().noneMatch(a -> "ROLE_STAFF".equals(a.getAuthority()))) {
            return AuthenticationResult.unsuccessful();
        }
        var result = new AuthenticationResult(user.getName(), true);
        result.setGroups(EngineAuthenticationFilter.groups(user));
        return result;
    }
}
