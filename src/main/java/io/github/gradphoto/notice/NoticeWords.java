package io.github.gradphoto.notice;

import io.github.gradphoto.refusal.Refusal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.regex.Pattern;

/** Subject and body of a message, with placeholders. */
public record NoticeWords(String subject, String body) {

    static final int LONGEST_SUBJECT = 120;
    static final int LONGEST_BODY = 2000;

    private static final int LONGEST_FILLED = 200;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}\\r\\n]*)}");

    /**
     * @throws Refusal textEmpty, textTooLong; placeholderUnknown or placeholderMissing with its name; braceOpen
     */
    NoticeWords checked(NoticeTextKind kind, String language) {
        var clean = new NoticeWords(
                subject == null ? "" : subject.strip(),
                body == null ? "" : body.strip().replace("\r\n", "\n"));
        if (clean.subject.isEmpty() || clean.body.isEmpty()) {
            throw Refusal.invalid("textEmpty");
        }
        if (clean.subject.length() > LONGEST_SUBJECT || clean.body.length() > LONGEST_BODY) {
            throw Refusal.invalid("noticeTextTooLong", LONGEST_SUBJECT, LONGEST_BODY);
        }
        if (clean.subject.contains("\n")) {
            throw Refusal.invalid("textEmpty");
        }
        var used = EnumSet.noneOf(NoticePlaceholder.class);
        var matcher = PLACEHOLDER.matcher(clean.subject + "\n" + clean.body);
        while (matcher.find()) {
            used.add(NoticePlaceholder.named(matcher.group(1))
                    .filter(kind::knows)
                    .orElseThrow(() -> Refusal.invalid("placeholderUnknown", matcher.group())));
        }
        if (matcher.replaceAll("").matches("(?s).*[{}].*")) {
            throw Refusal.invalid("braceOpen");
        }
        for (var needed : kind.needed()) {
            if (!used.contains(needed)) {
                throw Refusal.invalid("placeholderMissing", needed.written(language));
            }
        }
        return clean;
    }

    /** With every placeholder filled; one without a value becomes nothing. */
    public NoticeWords filled(Map<NoticePlaceholder, String> values) {
        var all = new EnumMap<NoticePlaceholder, String>(NoticePlaceholder.class);
        all.putAll(values);
        var filled = fill(subject, all);
        // A long title must not make a subject that no table keeps and no inbox shows.
        return new NoticeWords(
                filled.length() > LONGEST_FILLED ? filled.substring(0, LONGEST_FILLED) : filled, fill(body, all));
    }

    private static String fill(String text, Map<NoticePlaceholder, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(NoticePlaceholder.named(found.group(1))
                        .map(one -> values.getOrDefault(one, ""))
                        .orElse(found.group())));
    }
}
