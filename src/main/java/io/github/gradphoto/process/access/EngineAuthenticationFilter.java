package io.github.gradphoto.process.access;

import io.github.gradphoto.identity.StaffGroup;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine who calls, so that its authorizations count, and takes it back afterwards. */
class EngineAuthenticationFilter extends OncePerRequestFilter {

    private final IdentityService identity;

    EngineAuthenticationFilter(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var user = SecurityContextHolder.getContext().getAuthentication();
        try {
            identity.setAuthentication(user.getName(), groups(user));
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    static List<String> groups(Authentication user) {
        return Arrays.stream(StaffGroup.values())
                .filter(group -> user.getAuthorities().stream()
                        .anyMatch(authority -> group.authority().equals(authority.getAuthority())))
                .map(StaffGroup::id)
                .toList();
    }
}
