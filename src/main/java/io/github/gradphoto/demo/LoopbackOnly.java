package io.github.gradphoto.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses whoever does not sit at the machine itself; behind a proxy nobody can tell, so that is refused as well. */
class LoopbackOnly implements HandlerInterceptor {

    private static final List<String> PROXY_HEADERS = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean here = InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        if (here && !isForwarded(request)) {
            return true;
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return false;
    }

    private static boolean isForwarded(HttpServletRequest request) {
        return PROXY_HEADERS.stream().anyMatch(name -> request.getHeader(name) != null);
    }
}
