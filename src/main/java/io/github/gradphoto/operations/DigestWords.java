package io.github.gradphoto.operations;

import io.github.gradphoto.application.Deadlines;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says the digest in Chinese and then in English: whose language an address reads is not known. */
@Component
class DigestWords {

    /** The rest is in the total, and in Cockpit. */
    private static final int MOST_STEPS = 20;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Deadlines.ZONE);

    private final MessageSource texts;
    private final String link;

    DigestWords(MessageSource texts, @Value("${gradphoto.address}") String address) {
        this.texts = texts;
        this.link = address.replaceAll("/+$", "") + "/camunda/app/cockpit/default/#/gradphoto?view=failed";
    }

    String subject(List<FailedStep> failed) {
        return say("mail.INCIDENT_DIGEST.subject", Locale.CHINESE, total(failed));
    }

    String body(List<FailedStep> failed) {
        return body(failed, Locale.CHINESE) + "\n\n——\n\n" + body(failed, Locale.ENGLISH);
    }

    private String body(List<FailedStep> failed, Locale language) {
        var lines = failed.stream()
                .limit(MOST_STEPS)
                .map(step -> line(step, language))
                .collect(Collectors.joining("\n"));
        return say("mail.INCIDENT_DIGEST.body", language, total(failed), lines, link);
    }

    private String line(FailedStep step, Locale language) {
        var process = step.process().isEmpty()
                ? say("operations.failed.engine", language)
                : texts.getMessage("tasklist.process." + step.process(), null, step.process(), language);
        return say(
                "mail.digest.line", language, process, step.name(language), step.count(), MINUTE.format(step.oldest()));
    }

    private static long total(List<FailedStep> failed) {
        return failed.stream().mapToLong(FailedStep::count).sum();
    }

    private String say(String key, Locale language, Object... arguments) {
        return texts.getMessage(key, arguments, language);
    }
}
