package io.github.gradphoto.process.access;

import io.github.gradphoto.refusal.Refusal;
import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Carries a refusal past the engine's REST interface, which would answer 500 with its own words: the listener that refuses
 * leaves it at the request, and {@link RefusalFilter} answers with it.
 */
public final class RefusedSubmission {

    private static final String ATTRIBUTE = RefusedSubmission.class.getName();

    private RefusedSubmission() {}

    public static Refusal remember(Refusal refusal) {
        var request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(ATTRIBUTE, refusal, RequestAttributes.SCOPE_REQUEST);
        }
        return refusal;
    }

    /** Asks the request itself: outside the engine's servlet it is not bound to the thread any more. */
    static Optional<Refusal> recall(ServletRequest request) {
        return Optional.ofNullable((Refusal) request.getAttribute(ATTRIBUTE));
    }
}
