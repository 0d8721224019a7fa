package io.github.gradphoto.operations;

import java.time.Instant;
import java.util.Locale;

/**
 * Where jobs gave up.
 *
 * @param process id of the diagram; empty for the engine's own jobs
 * @param step    id of the node
 * @param name    of the node in the diagram, in Chinese
 * @param count   of the jobs
 * @param oldest  since when the first of them waits
 */
public record FailedStep(String process, String step, String name, long count, Instant oldest) {

    /** The diagrams speak Chinese, their ids English: deliverMessage → Deliver message. */
    public String name(Locale language) {
        if (!"en".equals(language.getLanguage())) {
            return name;
        }
        var words = step.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
