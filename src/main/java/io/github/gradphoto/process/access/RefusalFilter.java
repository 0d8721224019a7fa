package io.github.gradphoto.process.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gradphoto.refusal.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Answers a refused completion of a task with 422 and one sentence in the user's language. */
class RefusalFilter extends OncePerRequestFilter {

    private static final int UNPROCESSABLE = 422;
    private static final Pattern COMPLETION = Pattern.compile(".*/task/[^/]+/(complete|resolve|submit-form)");

    private final MessageSource texts;
    private final ObjectMapper json;
    private final LocaleResolver languages;

    RefusalFilter(MessageSource texts, ObjectMapper json, LocaleResolver languages) {
        this.texts = texts;
        this.json = json;
        this.languages = languages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !COMPLETION.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // The engine would keep every text of a submitted form in its history.
        if (request.getRequestURI().endsWith("/submit-form")) {
            answer(request, response, Refusal.invalid("transientOnly"));
            return;
        }
        var buffered = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, buffered);
        var refusal = RefusedSubmission.recall(request);
        if (refusal.isPresent() && buffered.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            buffered.resetBuffer();
            answer(request, response, refusal.get());
        } else {
            buffered.copyBodyToResponse();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        var message = texts.getMessage(
                refusal.messageKey(), refusal.arguments(), refusal.key(), languages.resolveLocale(request));
        var body = json.writeValueAsBytes(Map.of("type", refusal.key(), "message", message));
        response.setStatus(UNPROCESSABLE);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        // Not the writer: the engine has opened the stream already.
        response.getOutputStream().write(body);
    }
}
