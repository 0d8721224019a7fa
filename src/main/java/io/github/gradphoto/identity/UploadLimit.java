package io.github.gradphoto.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says 413 to an upload that is too large, before anything tries to read it: the servlet container drops such a form
 * with all its fields, so that the search for its CSRF token would end in a misleading 403.
 */
class UploadLimit extends OncePerRequestFilter {

    private static final long MOST = DataSize.ofMegabytes(17).toBytes();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MOST) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
            return;
        }
        if (isMultipart(request) && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            response.sendError(HttpStatus.LENGTH_REQUIRED.value()); // no browser sends a form so
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return request.getContentType() != null && request.getContentType().startsWith("multipart/");
    }
}
