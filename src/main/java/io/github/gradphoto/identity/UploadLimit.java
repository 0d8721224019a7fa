package io.github.gradphoto.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says 413 to an upload that is too large, before anything tries to read it: the servlet container drops such a form
 * with all its fields, so that the search for its CSRF token would end in a misleading 403. Only the office may send more,
 * and only the pictures of a whole year.
 */
class UploadLimit extends OncePerRequestFilter {

    private static final long MOST = DataSize.ofMegabytes(17).toBytes();
    private static final long MOST_ARCHIVE = DataSize.ofMegabytes(201).toBytes();
    private static final RequestMatcher ARCHIVE =
            new OrRequestMatcher(archive("/office/roster/photos"), archive("/office/registration/pictures"));

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isMultipart(request) && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            response.sendError(HttpStatus.LENGTH_REQUIRED.value()); // no browser sends a form so
        } else if (request.getContentLengthLong() > (isOfOffice(request) ? MOST_ARCHIVE : MOST)) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static RequestMatcher archive(String page) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, page);
    }

    private static boolean isOfOffice(HttpServletRequest request) {
        if (!ARCHIVE.matches(request)) {
            return false;
        }
        var user = SecurityContextHolder.getContext().getAuthentication();
        return user != null
                && user.getAuthorities().stream()
                        .anyMatch(authority -> authority.getAuthority().equals(StaffGroup.REGISTRAR.authority()));
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return request.getContentType() != null && request.getContentType().startsWith("multipart/");
    }
}
