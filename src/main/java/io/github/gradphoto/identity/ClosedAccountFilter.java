package io.github.gradphoto.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** A closed account works no longer, also where it is still signed in, on whatever node. */
class ClosedAccountFilter extends OncePerRequestFilter {

    private static final String STAFF = "ROLE_" + WebSecurity.STAFF;

    private final StaffLocks locks;

    ClosedAccountFilter(StaffLocks locks) {
        this.locks = locks;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var user = SecurityContextHolder.getContext().getAuthentication();
        if (user == null || !isStaff(user) || !locks.isLocked(user.getName())) {
            chain.doFilter(request, response);
            return;
        }
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/camunda/api/") || path.startsWith("/engine-rest/")) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?closed");
        }
    }

    private static boolean isStaff(Authentication user) {
        return user.getAuthorities().stream().anyMatch(authority -> STAFF.equals(authority.getAuthority()));
    }
}
