package io.github.gradphoto.tabular;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A column that a list is asked for.
 *
 * @param key      how the feature calls it, e.g. STUDENT_NUMBER
 * @param required whether a list without it is refused
 * @param headers  what it may be called in the first line; case, spaces and width of characters do not matter
 */
public record Column(String key, boolean required, List<String> headers) {

    public static Column required(String key, String... headers) {
        return new Column(key, true, List.of(headers));
    }

    public static Column optional(String key, String... headers) {
        return new Column(key, false, List.of(headers));
    }

    boolean isCalled(String header) {
        return headers.stream().anyMatch(name -> plain(name).equals(plain(header)));
    }

    /** As two headings are compared: without spaces, width and case. */
    public static String plain(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFKC)
                .replaceAll("[\\s*:：]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** For a sentence that names what is missing. */
    static String names(List<Column> columns) {
        return String.join(
                "、", columns.stream().map(column -> column.headers().get(0)).toList());
    }
}
