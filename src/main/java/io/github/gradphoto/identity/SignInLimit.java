package io.github.gradphoto.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down guessing: so many sign-ins a minute for a client's address, and so many for a student number. Each node
 * counts for itself; what is lost with a node is one minute of counting, so nothing that matters is kept in memory.
 */
class SignInLimit extends OncePerRequestFilter {

    private static final Set<String> GUARDED = Set.of(
            "/sign-in", "/sign-in/code", "/sign-in/activate", "/sign-in/contact", "/sign-in/contact/code", "/login");
    private static final int MOST_BUCKETS = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    SignInLimit(int perMinute) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillIntervally(perMinute, Duration.ofMinutes(1)))
                        .build());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !GUARDED.contains(path(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSpent(path(request) + " " + request.getRemoteAddr()) || isSpentFor(SignInHint.of(request))) {
            response.setHeader("Retry-After", "60");
            response.sendError(429);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isSpentFor(SignInHint hint) {
        return hint != null && isSpent("number " + hint.studentNumber());
    }

    private boolean isSpent(String key) {
        return !buckets.get(key).tryConsume(1);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
