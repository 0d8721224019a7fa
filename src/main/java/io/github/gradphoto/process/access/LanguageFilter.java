package io.github.gradphoto.process.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.process.ProcessIds;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Tasklist and Cockpit show the names of tasks, processes, groups and filters as the engine keeps them, in one language. Here
 * the engine's answers get the names of the reader's language; what has no text keeps its name.
 */
class LanguageFilter extends OncePerRequestFilter {

    private static final Pattern NAMED =
            Pattern.compile(".*/engine/[^/]+/(task|filter|group|identity|process-definition)(/.*)?");
    private static final Pattern DRAWN = Pattern.compile(".*/(xml|diagram|deployed-form|rendered-form|form)");

    private static final Map<String, StaffGroup> GROUPS =
            Arrays.stream(StaffGroup.values()).collect(Collectors.toMap(StaffGroup::id, Function.identity()));

    private final MessageSource texts;
    private final ObjectMapper json;
    private final LocaleResolver languages;

    LanguageFilter(MessageSource texts, ObjectMapper json, LocaleResolver languages) {
        this.texts = texts;
        this.json = json;
        this.languages = languages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var address = request.getRequestURI();
        return !NAMED.matcher(address).matches() || DRAWN.matcher(address).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var buffered = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, buffered);
        var type = buffered.getContentType();
        if (buffered.getStatus() == HttpServletResponse.SC_OK
                && type != null
                && type.contains("json")
                && buffered.getContentSize() > 0) {
            var answer = json.readTree(buffered.getContentAsByteArray());
            translate(answer, languages.resolveLocale(request));
            buffered.resetBuffer();
            buffered.getOutputStream().write(json.writeValueAsBytes(answer));
        }
        buffered.copyBodyToResponse();
    }

    private void translate(JsonNode node, Locale language) {
        if (node instanceof ObjectNode object && object.path("name").isTextual()) {
            var key = key(object);
            if (key != null) {
                var name = object.path("name").asText();
                object.put("name", texts.getMessage(key, null, name, language));
            }
        }
        if (node instanceof ObjectNode object && object.path("label").isTextual()) {
            var label = object.path("label").asText();
            object.put("label", texts.getMessage("tasklist.label." + label, null, label, language));
        }
        node.forEach(child -> translate(child, language));
    }

    /** Which text belongs to the object's name; null where it is nobody's of ours. */
    private static String key(ObjectNode object) {
        if (object.path("taskDefinitionKey").isTextual()) {
            return "office.task."
                    + ProcessIds.stepName(object.path("taskDefinitionKey").asText());
        }
        if (object.path("resourceType").asText().equals("Task")) {
            var name = object.path("name").asText();
            var step = "office.task." + ProcessIds.stepName(name);
            return name.matches("group|mine|today|overdue|all") ? "tasklist.filter." + name : step;
        }
        if (object.path("key").isTextual()) {
            return "tasklist.process." + object.path("key").asText();
        }
        var group = GROUPS.get(object.path("id").asText());
        return group == null ? null : "office.group." + group;
    }
}
