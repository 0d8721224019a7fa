package io.github.gradphoto.progress;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.notice.Notice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What was reached until each day, as rising lines under the line of 应采. It is told from the times that the cases have
 * anyway; nothing is counted every night.
 *
 * @param due     how many should
 * @param days    marks of the time axis
 * @param closesX where the notice closes, or -1 where that is not in the picture
 */
public record BurnUp(int due, List<Line> lines, List<Mark> days, int closesX) {

    /** In units of the picture. */
    public static final int WIDTH = 460;

    public static final int HEIGHT = 170;

    private static final int MOST_MARKS = 6;
    private static final int MOST_POINTS = 120;

    /**
     * @param key    suffix of {@code progress.stage.*}
     * @param points of an SVG polyline
     * @param count  today
     */
    public record Line(String key, String points, int count) {}

    /** A day of the time axis. */
    public record Mark(int x, String day) {}

    public static BurnUp of(Collection<CaseRow> rows, Notice notice, Instant now) {
        var due = rows.stream().filter(row -> row.standing().isDue()).toList();
        var first = day(notice.opensAt());
        var today = day(now).isBefore(first) ? first : day(now);
        var closes = day(notice.closesAt());
        var last = today.isAfter(closes) ? today : closes;
        int span = (int) Math.max(1, ChronoUnit.DAYS.between(first, last));
        var lines = List.of(
                line("applied", due, CaseRow::submittedAt, first, today, span),
                line("handedIn", due, CaseRow::handedInAt, first, today, span),
                line("approved", due, CaseRow::approvedAt, first, today, span),
                line("registered", due, CaseRow::registeredAt, first, today, span));
        var marks = new ArrayList<Mark>();
        int every = Math.max(1, (span + MOST_MARKS - 1) / MOST_MARKS);
        for (int i = 0; i <= span; i += every) {
            var day = first.plusDays(i);
            marks.add(new Mark(x(i, span), day.getMonthValue() + "-" + day.getDayOfMonth()));
        }
        return new BurnUp(due.size(), lines, marks, x((int) ChronoUnit.DAYS.between(first, closes), span));
    }

    private static Line line(
            String key,
            List<CaseRow> rows,
            Function<CaseRow, Instant> time,
            LocalDate first,
            LocalDate today,
            int span) {
        int days = (int) ChronoUnit.DAYS.between(first, today);
        var reached = new int[days + 1];
        rows.stream().map(time).filter(Objects::nonNull).forEach(at -> {
            long day = Math.max(0, ChronoUnit.DAYS.between(first, day(at)));
            if (day <= days) {
                reached[(int) day]++;
            }
        });
        for (int i = 1; i <= days; i++) {
            reached[i] += reached[i - 1];
        }
        var points = new StringBuilder();
        int every = Math.max(1, days / MOST_POINTS);
        for (int i = 0; i <= days; i += i + every > days && i < days ? days - i : every) {
            points.append(x(i, span))
                    .append(',')
                    .append(y(reached[i], rows.size()))
                    .append(' ');
        }
        return new Line(key, points.toString().strip(), reached[days]);
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, Deadlines.ZONE);
    }

    private static int x(int day, int span) {
        return Math.round((float) WIDTH * day / span);
    }

    private static int y(int count, int all) {
        return all == 0 ? HEIGHT : HEIGHT - Math.round((float) HEIGHT * count / all);
    }
}
