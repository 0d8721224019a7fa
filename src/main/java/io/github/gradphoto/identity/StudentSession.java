package io.github.gradphoto.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/** The session of a signed-in student. */
@Component
class StudentSession {

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionRequestCache saved = new HttpSessionRequestCache();
    private final RememberMyPhone phone;

    StudentSession(RememberMyPhone phone) {
        this.phone = phone;
    }

    /**
     * Opens a session that has nothing in common with the one before, neither its id nor what it held: the one before
     * may be known to others, or may have been that of staff.
     *
     * @return the page that the student wanted to see
     */
    String open(StudentUser student, HttpServletRequest request, HttpServletResponse response) {
        var wanted = wantedPage(request, response);
        request.getSession().invalidate();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                student, null, AuthorityUtils.createAuthorityList("ROLE_" + WebSecurity.STUDENT)));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        phone.loginSuccess(request, response, context.getAuthentication());
        return wanted;
    }

    private String wantedPage(HttpServletRequest request, HttpServletResponse response) {
        var before = saved.getRequest(request, response);
        if (before == null) {
            return "/my";
        }
        var path = URI.create(before.getRedirectUrl()).getPath();
        return isPage(path) ? path : "/my";
    }

    /** A page of the student's that can be opened by its address. */
    static boolean isPage(String path) {
        return path.matches("/my(/[a-z-]+)?");
    }
}
