package io.github.gradphoto.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose time is over. */
@Component
class DueData {

    private static final String CASES = """
            select application.id, application.number, student.id as student_id, student.student_number
            from application join student on student.id = application.student_id
            where application.erased_at is null and\s""";

    private final JdbcClient jdbc;
    private final CaseHistory history;
    private final RetentionPeriods periods;
    private final Clock clock;

    DueData(JdbcClient jdbc, CaseHistory history, RetentionPeriods periods, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.periods = periods;
        this.clock = clock;
    }

    /** What is older than this has gone beyond the period of the rule. */
    Instant limit(RetentionRule rule) {
        return clock.instant().atZone(clock.getZone()).minus(periods.of(rule)).toInstant();
    }

    /** The next cases of a rule, so many at a time that a transaction stays short. A case that still runs is never one. */
    List<Subject> cases(RetentionRule rule) {
        var limit = limit(rule);
        var old = jdbc.sql(CASES + condition(rule) + " order by application.id")
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new Subject(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getLong("student_id"),
                        row.getString("student_number")))
                .list();
        var quiet = history.quietSince(old.stream().map(Subject::number).collect(Collectors.toSet()), limit);
        return old.stream()
                .filter(found -> quiet.contains(found.number()))
                .limit(periods.chunk())
                .toList();
    }

    private static String condition(RetentionRule rule) {
        return switch (rule) {
            case WITHDRAWN ->
                "application.state = 'ENDED' and application.end_reason in ('WITHDRAWN', 'CANCELLED')"
                        + " and application.ended_at < :limit";
            case UNFINISHED ->
                "application.state = 'ENDED' and application.end_reason not in ('WITHDRAWN', 'CANCELLED')"
                        + " and application.ended_at < :limit";
            case REFUSED -> "application.state = 'REFUSED' and application.submitted_at < :limit";
            // RUNNING without a process: the prints were handed over, and there is no certificate (结业)
            case FINISHED ->
                "application.state in ('COLLECTED', 'REGISTRATION_FAILED', 'RUNNING') and application.closes_at < :limit"
                        + " and (application.ended_at is null or application.ended_at < :limit)";
            default -> throw new IllegalArgumentException("no rule for cases: " + rule);
        };
    }

    /** Rows of the roster whose year has no notice any more, and whose cases are all deleted. */
    List<Subject> students() {
        return jdbc.sql("""
                        select student.id, student.student_number from student
                        where student.erased_at is null
                          and (select max(notice.closes_at) from notice where notice.cohort = student.cohort) < :limit
                          and not exists (select 1 from application
                                          where application.student_id = student.id and application.erased_at is null)
                        order by student.id
                        fetch first :most rows only""")
                .param("limit", limit(RetentionRule.ROSTER).atOffset(ZoneOffset.UTC))
                .param("most", periods.chunk())
                .query((row, index) -> new Subject(null, null, row.getLong("id"), row.getString("student_number")))
                .list();
    }
}
