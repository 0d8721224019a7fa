package io.github.gradphoto.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.gradphoto.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.web.multipart.MultipartRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * So many pictures a minute for one student, whatever they are for: all pictures are worked on in one line, and nobody may
 * fill it alone. Each node counts for itself, as {@link SignInLimit} does.
 */
class PictureLimit implements HandlerInterceptor {

    /** Wherever a student can send a picture. */
    static final String GUARDED = "/my/**";

    private static final int MOST_STUDENTS = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final LoadingCache<String, Bucket> buckets;

    PictureLimit(int perMinute) {
        this.perMinute = perMinute;
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
        var upload = WebUtils.getNativeRequest(request, MultipartRequest.class);
        if (upload != null && student != null && !buckets.get(student.getName()).tryConsume(pictures(upload))) {
            throw Refusal.tooMany("picturesTooMany");
        }
        return true;
    }

    /** A form may have several; one without any is asked for too, so that it costs something to send nothing. */
    private long pictures(MultipartRequest upload) {
        long sent = upload.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .filter(file -> !file.isEmpty())
                .count();
        return Math.max(1, Math.min(sent, perMinute));
    }
}
