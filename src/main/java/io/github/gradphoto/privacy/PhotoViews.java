package io.github.gradphoto.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who saw which picture, newest first. Reads the tables of pictures by their names; it knows no code of theirs. */
@Component
public class PhotoViews {

    public static final int PAGE = 50;

    /** So many rows fit into a list that somebody reads. */
    public static final int MOST = 20_000;

    /**
     * One view.
     *
     * @param kind    ORIGINAL, STANDARD, FINISHED, EVIDENCE, ADMISSION, or OTHER for a picture that no case has any more
     * @param student null where nobody knows whose it was
     * @param number  of the application, or null
     * @param attempt which version of the photo, 0 for what has none
     */
    public record View(
            long id,
            Instant at,
            String viewer,
            String purpose,
            String kind,
            Long student,
            String number,
            int attempt) {}

    /**
     * What is asked for.
     *
     * @param viewer account or student number, empty for everybody
     * @param student whose pictures, null for everybody's
     * @param from,until days of the college, both included; null for no bound
     */
    public record Question(String viewer, Long student, LocalDate from, LocalDate until) {}

    /** @param olderThan what to ask for the next page, null on the last */
    public record Page(List<View> views, Long olderThan) {}

    private static final String PICTURES = """
            select p.original_id as blob_id, 'ORIGINAL' as kind, a.student_id, a.number, p.attempt
            from photo p join application a on a.id = p.application_id
            union all
            select p.standard_id, 'STANDARD', a.student_id, a.number, p.attempt
            from photo p join application a on a.id = p.application_id
            union all
            select p.finished_id, 'FINISHED', a.student_id, a.number, p.attempt
            from photo p join application a on a.id = p.application_id where p.finished_id is not null
            union all
            select e.picture_id, 'EVIDENCE', a.student_id, a.number, 0
            from evidence e join application a on a.id = e.application_id
            union all
            select s.admission_photo_id, 'ADMISSION', s.id, null, 0
            from student s where s.admission_photo_id is not null""";

    private static final String VIEWS = """
            select v.id, v.viewed_at, v.viewer, v.purpose, w.kind, w.student_id, w.number, w.attempt
            from photo_view v left join (%s) w on w.blob_id = v.blob_id
            where v.id < :before and v.viewed_at >= :from and v.viewed_at < :until%s%s
            order by v.id desc fetch first :most rows only""";

    private final JdbcClient jdbc;
    private final Clock clock;

    PhotoViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param before id after which the page begins, null for the newest */
    @Transactional(readOnly = true)
    public Page page(Question question, Long before) {
        var found = find(question, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        var shown = more ? found.subList(0, PAGE) : found;
        return new Page(List.copyOf(shown), more ? shown.get(PAGE - 1).id() : null);
    }

    /** At most {@link #MOST}. */
    @Transactional(readOnly = true)
    public List<View> all(Question question) {
        return find(question, null, MOST);
    }

    private List<View> find(Question question, Long before, int most) {
        var sql = VIEWS.formatted(
                PICTURES,
                question.viewer().isEmpty() ? "" : " and v.viewer = :viewer",
                question.student() == null ? "" : " and w.student_id = :student");
        var statement = jdbc.sql(sql)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("from", start(question.from() == null ? LocalDate.EPOCH : question.from()))
                .param("until", start(question.until() == null ? LocalDate.now(clock) : question.until(), 1))
                .param("most", most);
        if (!question.viewer().isEmpty()) {
            statement = statement.param("viewer", question.viewer());
        }
        if (question.student() != null) {
            statement = statement.param("student", question.student());
        }
        return statement
                .query((row, index) -> new View(
                        row.getLong("id"),
                        row.getObject("viewed_at", OffsetDateTime.class).toInstant(),
                        row.getString("viewer"),
                        row.getString("purpose"),
                        row.getString("kind") == null ? "OTHER" : row.getString("kind"),
                        row.getObject("student_id", Long.class),
                        row.getString("number"),
                        row.getInt("attempt")))
                .list();
    }

    private OffsetDateTime start(LocalDate day) {
        return start(day, 0);
    }

    private OffsetDateTime start(LocalDate day, int later) {
        return day.plusDays(later).atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
