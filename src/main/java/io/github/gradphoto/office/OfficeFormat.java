package io.github.gradphoto.office;

import io.github.gradphoto.application.Deadlines;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Times and amounts as the pages show them: {@code ${@officeFormat.minute(...)}}. */
@Component
class OfficeFormat {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Deadlines.ZONE);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Deadlines.ZONE);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(Deadlines.ZONE);

    public String minute(Instant time) {
        return time == null ? "—" : MINUTE.format(time);
    }

    public String second(Instant time) {
        return time == null ? "—" : SECOND.format(time);
    }

    public String day(Instant time) {
        return time == null ? "—" : DAY.format(time);
    }

    public String day(LocalDate day) {
        return day == null ? "—" : day.toString();
    }

    /** ¥30.00 */
    public String yuan(int cents) {
        return "¥%d.%02d".formatted(cents / 100, cents % 100);
    }

    /** ¥90,000 */
    public String sum(long cents) {
        return "¥%,d".formatted(Math.round(cents / 100.0));
    }

    /** What the roster does not say is a dash. */
    public String text(Object value) {
        return value == null || value.toString().isBlank() ? "—" : value.toString();
    }

    /** 12.3 GB, of bytes */
    public String gigabytes(long bytes) {
        return "%.1f GB".formatted(bytes / 1e9);
    }
}
