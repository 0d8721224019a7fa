package io.github.gradphoto.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes times and amounts for people, in their language and in the college's time zone. */
@Component("show")
public class Show {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final MessageSource texts;

    Show(MessageSource texts) {
        this.texts = texts;
    }

    public String day(Instant time) {
        return format("format.day", time);
    }

    public String time(Instant time) {
        return format("format.time", time);
    }

    private String format(String key, Instant time) {
        if (time == null) {
            return "";
        }
        Locale locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(texts.getMessage(key, null, locale), locale)
                .format(time.atZone(ZONE));
    }

    public String yuan(int cents) {
        return "¥" + BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
