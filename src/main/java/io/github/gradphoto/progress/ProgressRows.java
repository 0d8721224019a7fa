package io.github.gradphoto.progress;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.EndReason;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.photo.Photo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everybody of a notice in six statements, however many they are. Each reads one table along an index and the rows are put
 * together here: one statement with all joins was slower on H2 and no clearer.
 */
@Component
public class ProgressRows {

    private static final String APPROVALS = """
            select review.application_id, review.decided_at as at from review
            join application on application.id = review.application_id
            where application.notice_id = :notice and review.decision = 'APPROVED' and review.recalled_at is null""";

    private static final String REGISTERED = """
            select registration.application_id, coalesce(registration.compared_at, registration.answered_at) as at
            from registration join application on application.id = registration.application_id
            where application.notice_id = :notice and registration.result = 'REGISTERED'""";

    private final JdbcClient jdbc;
    private final ProgressProcess process;

    ProgressRows(JdbcClient jdbc, ProgressProcess process) {
        this.jdbc = jdbc;
        this.process = process;
    }

    private record Case(long id, String number, Application.State state, EndReason endReason, Instant submittedAt) {}

    private record HandedIn(int attempt, Photo.State state, Instant first) {}

    /** In the order of department, class and student number. */
    @Transactional(readOnly = true)
    public List<CaseRow> of(Notice notice) {
        var cases = cases(notice.id());
        var photos = photos(notice.id());
        var approvals = times(APPROVALS, notice.id());
        var registered = times(REGISTERED, notice.id());
        var steps = process.openSteps(notice.id()).stream().collect(Collectors.groupingBy(OpenStep::number));
        return jdbc.sql("""
                        select id, student_number, name, department, class_code, class_name, photo_registered
                        from student
                        where cohort = :cohort and admission_type = :type and erased_at is null
                        order by department, class_code, student_number""")
                .param("cohort", notice.cohort())
                .param("type", notice.admissionType())
                .query((row, index) -> {
                    var newest = cases.get(row.getLong("id"));
                    var open = newest == null ? List.<OpenStep>of() : steps.getOrDefault(newest.number(), List.of());
                    var photo = newest == null ? null : photos.get(newest.id());
                    return row(
                            row,
                            newest,
                            open,
                            photo,
                            newest == null ? null : approvals.get(newest.id()),
                            newest == null ? null : registered.get(newest.id()),
                            notice);
                })
                .list();
    }

    private static CaseRow row(
            ResultSet row,
            Case newest,
            List<OpenStep> steps,
            HandedIn photo,
            Instant approvedAt,
            Instant registeredAt,
            Notice notice)
            throws SQLException {
        boolean has = Boolean.TRUE.equals(row.getObject("photo_registered", Boolean.class));
        var due = newest == null
                ? notice.closesAt()
                : CaseRow.shown(steps).map(OpenStep::due).orElse(null);
        return new CaseRow(
                row.getLong("id"),
                row.getString("student_number"),
                row.getString("name"),
                row.getString("department"),
                row.getString("class_code"),
                row.getString("class_name"),
                newest == null ? null : newest.number(),
                newest != null
                        && newest.state() != Application.State.RUNNING
                        && newest.state() != Application.State.COLLECTED,
                standing(newest, photo, has),
                steps,
                due,
                newest == null ? null : newest.submittedAt(),
                photo == null ? null : photo.first(),
                approvedAt,
                registeredAt);
    }

    private static Standing standing(Case newest, HandedIn photo, boolean hasAlready) {
        if (newest == null) {
            return hasAlready ? Standing.NOT_DUE : Standing.MISSING;
        }
        if (newest.state() == Application.State.REFUSED || newest.endReason() == EndReason.ALREADY_REGISTERED) {
            return Standing.NOT_DUE;
        }
        if (newest.state() == Application.State.REGISTRATION_FAILED) {
            return Standing.SENT_BACK;
        }
        if (newest.state() == Application.State.ENDED || photo == null) {
            return Standing.MISSING;
        }
        return switch (photo.state()) {
            case UPLOADED, IN_REVIEW, REPLACED -> Standing.IN_REVIEW;
            case REFUSED_BY_CHECK, REJECTED, REFUSED_BY_REGISTRY -> Standing.SENT_BACK;
            case APPROVED, RELEASED, REGISTERED -> Standing.APPROVED;
        };
    }

    private Map<Long, Case> cases(long noticeId) {
        var newest = new HashMap<Long, Case>();
        jdbc.sql("""
                        select id, student_id, number, state, end_reason, submitted_at from application
                        where notice_id = :notice order by id""")
                .param("notice", noticeId)
                .query((row, index) -> newest.put(
                        row.getLong("student_id"),
                        new Case(
                                row.getLong("id"),
                                row.getString("number"),
                                Application.State.valueOf(row.getString("state")),
                                row.getString("end_reason") == null
                                        ? null
                                        : EndReason.valueOf(row.getString("end_reason")),
                                instant(row, "submitted_at"))))
                .list();
        return newest;
    }

    private Map<Long, HandedIn> photos(long noticeId) {
        var latest = new HashMap<Long, HandedIn>();
        jdbc.sql("""
                        select photo.application_id, photo.attempt, photo.state, photo.uploaded_at from photo
                        join application on application.id = photo.application_id
                        where application.notice_id = :notice""")
                .param("notice", noticeId)
                .query((row, index) -> latest.merge(
                        row.getLong("application_id"),
                        new HandedIn(
                                row.getInt("attempt"),
                                Photo.State.valueOf(row.getString("state")),
                                instant(row, "uploaded_at")),
                        ProgressRows::later))
                .list();
        return latest;
    }

    private static HandedIn later(HandedIn one, HandedIn other) {
        var last = one.attempt() > other.attempt() ? one : other;
        return new HandedIn(
                last.attempt(), last.state(), one.first().isBefore(other.first()) ? one.first() : other.first());
    }

    private Map<Long, Instant> times(String statement, long noticeId) {
        var newest = new HashMap<Long, Instant>();
        jdbc.sql(statement)
                .param("notice", noticeId)
                .query((row, index) -> newest.merge(
                        row.getLong("application_id"),
                        instant(row, "at"),
                        (one, other) -> one.isAfter(other) ? one : other))
                .list();
        return newest;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
