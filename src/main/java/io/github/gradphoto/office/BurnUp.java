package io.github.gradphoto.office;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.notice.Notice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;

/**
 * How applications came in day by day, as a line in a picture of 100 by 40.
 *
 * @param points  of the line, as SVG writes them
 * @param today   where the reader is, from 0 to 100
 * @param applied how many in all
 */
record BurnUp(String points, double today, int applied, int total) {

    static final int WIDTH = 100;
    static final int HEIGHT = 40;

    /** @param submitted when each application came */
    static BurnUp of(Notice notice, Collection<Instant> submitted, int total, Instant now) {
        var first = day(notice.opensAt());
        long days = Math.max(1, ChronoUnit.DAYS.between(first, day(notice.closesAt())) + 1);
        long passed = Math.max(0, Math.min(days, ChronoUnit.DAYS.between(first, day(now)) + 1));
        var points = new StringBuilder("0,%d".formatted(HEIGHT));
        for (long i = 1; i <= passed; i++) {
            var end = first.plusDays(i);
            long count =
                    submitted.stream().filter(time -> day(time).isBefore(end)).count();
            points.append(String.format(Locale.ROOT, " %.2f,%.2f", x(i, days), y(count, total)));
        }
        return new BurnUp(points.toString(), x(passed, days), submitted.size(), total);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, Deadlines.ZONE);
    }

    private static double x(long day, long days) {
        return (double) WIDTH * day / days;
    }

    private static double y(long count, int total) {
        return HEIGHT - (double) HEIGHT * count / Math.max(1, total);
    }
}
