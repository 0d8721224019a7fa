package io.github.gradphoto.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks ahead: since when each item is kept, against the period of its rule. */
@Component
class Forecast {

    private static final int TONIGHT = 1;
    private static final int WEEK = 7;
    private static final int MONTH = 30;

    private static final String OF_CASES =
            "select number, %s as since from application where erased_at is null and state %s";

    private final JdbcClient jdbc;
    private final CaseHistory history;
    private final RetentionPeriods periods;
    private final Clock clock;

    Forecast(JdbcClient jdbc, CaseHistory history, RetentionPeriods periods, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.periods = periods;
        this.clock = clock;
    }

    List<DueSoon> look() {
        return Arrays.stream(RetentionRule.values())
                .filter(rule -> rule != RetentionRule.HISTORY)
                .map(rule -> isOfCases(rule) ? ofCases(rule) : ofRows(rule))
                .toList();
    }

    private static boolean isOfCases(RetentionRule rule) {
        return switch (rule) {
            case WITHDRAWN, UNFINISHED, REFUSED, FINISHED -> true;
            default -> false;
        };
    }

    private DueSoon ofRows(RetentionRule rule) {
        return jdbc.sql("""
                        select coalesce(sum(case when since < :tonight then 1 else 0 end), 0) as tonight,
                               coalesce(sum(case when since < :week then 1 else 0 end), 0) as in_week,
                               coalesce(sum(case when since < :month then 1 else 0 end), 0) as in_month,
                               min(since) as oldest
                        from (%s) kept""".formatted(since(rule)))
                .param("tonight", at(limit(rule, TONIGHT)))
                .param("week", at(limit(rule, WEEK)))
                .param("month", at(limit(rule, MONTH)))
                .query((row, index) -> new DueSoon(
                        rule,
                        row.getLong("tonight"),
                        row.getLong("in_week"),
                        row.getLong("in_month"),
                        next(rule, row.getObject("oldest", OffsetDateTime.class))))
                .single();
    }

    /** As the deletion does: a case in which something runs, or ended only lately, is not due yet. */
    private DueSoon ofCases(RetentionRule rule) {
        Map<String, OffsetDateTime> old = new HashMap<>();
        jdbc.sql("select number, since from (%s) kept where since < :month".formatted(since(rule)))
                .param("month", at(limit(rule, MONTH)))
                .query(row -> {
                    old.put(row.getString("number"), row.getObject("since", OffsetDateTime.class));
                });
        var month = due(rule, old, MONTH);
        var first = month.stream().map(old::get).min(OffsetDateTime::compareTo);
        return new DueSoon(
                rule,
                due(rule, old, TONIGHT).size(),
                due(rule, old, WEEK).size(),
                month.size(),
                next(rule, first.orElseGet(() -> later(rule))));
    }

    private Set<String> due(RetentionRule rule, Map<String, OffsetDateTime> old, int days) {
        var limit = limit(rule, days);
        return history.quietSince(
                old.entrySet().stream()
                        .filter(one -> one.getValue().toInstant().isBefore(limit))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                limit);
    }

    private OffsetDateTime later(RetentionRule rule) {
        return jdbc
                .sql("select min(since) as since from (%s) kept where since >= :month".formatted(since(rule)))
                .param("month", at(limit(rule, MONTH)))
                .query((row, index) -> row.getObject("since", OffsetDateTime.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Instant limit(RetentionRule rule, int days) {
        return clock.instant()
                .atZone(clock.getZone())
                .plusDays(days)
                .minus(periods.of(rule))
                .toInstant();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private LocalDate next(RetentionRule rule, OffsetDateTime oldest) {
        if (oldest == null) {
            return null;
        }
        var due =
                oldest.atZoneSameInstant(clock.getZone()).plus(periods.of(rule)).toLocalDate();
        var tomorrow = LocalDate.now(clock).plusDays(1);
        return due.isBefore(tomorrow) ? tomorrow : due;
    }

    private static String since(RetentionRule rule) {
        return switch (rule) {
            case CODES -> """
                    select created_at as since from sign_in_code
                    union all select expires_at from contact_change
                    union all select uploaded_at from list_upload
                    union all select created_at from outbox where kind = 'SIGN_IN_CODE'""";
            case MESSAGES -> """
                    select created_at as since from outbox where state <> 'DUE' and recipient_enc is not null
                    union all select saved_at from draft""";
            case WITHDRAWN -> OF_CASES.formatted("ended_at", "= 'ENDED' and end_reason in ('WITHDRAWN', 'CANCELLED')");
            case UNFINISHED ->
                OF_CASES.formatted("ended_at", "= 'ENDED' and end_reason not in ('WITHDRAWN', 'CANCELLED')");
            case REFUSED -> OF_CASES.formatted("submitted_at", "= 'REFUSED'");
            case FINISHED ->
                OF_CASES.formatted(
                        "case when ended_at > closes_at then ended_at else closes_at end",
                        "in ('COLLECTED', 'REGISTRATION_FAILED')");
            case ROSTER -> """
                    select max(notice.closes_at) as since from student join notice on notice.cohort = student.cohort
                    where student.erased_at is null group by student.id""";
            case HISTORY -> throw new IllegalArgumentException("the diagrams say how long");
        };
    }
}
