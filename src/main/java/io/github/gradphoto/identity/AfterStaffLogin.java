package io.github.gradphoto.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/** After sign-in, staff go where they wanted to, or else to where their work is. */
@Component
class AfterStaffLogin extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final Set<String> READERS =
            Set.of(StaffGroup.CLASS_TEACHER.authority(), StaffGroup.DEAN.authority());

    private final HttpSessionRequestCache saved = new HttpSessionRequestCache();

    AfterStaffLogin() {
        setRequestCache(saved);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        var wanted = saved.getRequest(request, response);
        // What a student wanted to see before is nothing for staff.
        if (wanted != null && wanted.getRedirectUrl().contains("/my")) {
            saved.removeRequest(request, response);
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    protected String determineTargetUrl(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        return workplace(AuthorityUtils.authorityListToSet(authentication.getAuthorities()));
    }

    static String workplace(Set<String> authorities) {
        if (authorities.contains(StaffGroup.ADMINISTRATOR.authority())) {
            return "/camunda/app/cockpit/";
        }
        boolean onlyReads = authorities.stream()
                .filter(authority -> authority.startsWith("GROUP_"))
                .allMatch(READERS::contains);
        return onlyReads ? "/office" : "/camunda/app/tasklist/";
    }
}
