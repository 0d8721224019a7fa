package io.github.gradphoto.e2e;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** What the screens say, in one language. */
record Texts(MessageSource source, Locale locale) {

    String of(String key, Object... arguments) {
        return source.getMessage(key, arguments, locale);
    }
}
