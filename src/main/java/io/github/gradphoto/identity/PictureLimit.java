package io.github.gradphoto.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.gradphoto.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * So many pictures a minute for one student, whatever they are for: all pictures are worked on in one line, and nobody may
 * fill it alone. Each node counts for itself, as {@link SignInLimit} does.
 */
class PictureLimit implements HandlerInterceptor {

    /** Where a student's picture is read or measured. */
    static final String[] GUARDED = {"/my/photo", "/my/photo/frame", "/my/code"};

    private static final int MOST_STUDENTS = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LoadingCache<String, Bucket> buckets;

    PictureLimit(int perMinute) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_STUDENTS)
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillIntervally(perMinute, MINUTE))
                        .build());
    }

    /** @throws Refusal picturesTooMany (429) */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var student = request.getUserPrincipal();
        if (HttpMethod.POST.matches(request.getMethod())
                && student != null
                && !buckets.get(student.getName()).tryConsume(1)) {
            throw Refusal.tooMany("picturesTooMany");
        }
        return true;
    }
}
