package io.github.gradphoto.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A student sends a form whose session is over, so that its token is worth nothing: back to the page of the form,
 * through the sign-in, where the draft waits. Nothing of the request is done.
 */
class FormsOfLostSessions implements AccessDeniedHandler {

    private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        boolean nobody = SecurityContextHolder.getContext().getAuthentication() == null;
        if (nobody && refused instanceof CsrfException && StudentSession.isPage(path)) {
            response.sendRedirect(request.getContextPath() + path);
        } else {
            others.handle(request, response, refused);
        }
    }
}
