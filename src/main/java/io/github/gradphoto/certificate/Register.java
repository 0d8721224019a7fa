package io.github.gradphoto.certificate;

import io.github.gradphoto.privacy.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 签领登记册: the certificates of a notice that lie ready or were handed over; and those that are not handed over, and why. */
@Service
@Transactional(readOnly = true)
public class Register {

    /** @param receiver null until it is handed over; @param proxy who came instead of the student, or null */
    public record Line(
            String name,
            String studentNumber,
            String className,
            String certificateNumber,
            Certificate.Receiver receiver,
            String proxy,
            Instant handedOverAt) {}

    /** @param failed whether the photo could not be registered; otherwise the list says 结业 */
    public record Stopped(String number, String name, String studentNumber, String className, boolean failed) {}

    private static final String LINES = """
            select s.name, s.student_number, s.class_name, e.certificate_number, c.receiver, c.proxy_name_enc,
                   c.handed_over_at
            from certificate c join application a on a.id = c.application_id join student s on s.id = a.student_id
            left join graduation_entry e on e.student_number = s.student_number
            where a.notice_id = :notice and c.made_at is not null and s.erased_at is null""";
    private static final String STOPPED = """
            select a.number, a.state, s.name, s.student_number, s.class_name
            from application a join student s on s.id = a.student_id
            left join graduation_entry e on e.student_number = s.student_number
            where a.notice_id = :notice and a.erased_at is null
              and (a.state = 'REGISTRATION_FAILED' or a.state = 'RUNNING' and e.outcome = 'COMPLETES')
            order by s.class_code, s.student_number""";

    private final JdbcClient jdbc;
    private final Vault vault;

    Register(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @param classCode or null for all; @param day of the hand-over, or null for all that are made */
    public List<Line> lines(long noticeId, String classCode, LocalDate day, ZoneId zone) {
        var statement = LINES + (classCode == null ? "" : " and s.class_code = :class")
                + (day == null ? "" : " and c.handed_over_at >= :from and c.handed_over_at < :to")
                + " order by s.class_code, s.student_number";
        var query = jdbc.sql(statement).param("notice", noticeId);
        if (classCode != null) {
            query = query.param("class", classCode);
        }
        if (day != null) {
            query = query.param("from", day.atStartOfDay(zone).toOffsetDateTime())
                    .param("to", day.plusDays(1).atStartOfDay(zone).toOffsetDateTime());
        }
        return query.query((row, index) -> new Line(
                        row.getString("name"),
                        row.getString("student_number"),
                        row.getString("class_name"),
                        row.getString("certificate_number"),
                        row.getString("receiver") == null
                                ? null
                                : Certificate.Receiver.valueOf(row.getString("receiver")),
                        vault.decrypt(row.getString("proxy_name_enc")),
                        instant(row.getObject("handed_over_at", OffsetDateTime.class))))
                .list();
    }

    public List<Stopped> stopped(long noticeId) {
        return jdbc.sql(STOPPED)
                .param("notice", noticeId)
                .query((row, index) -> new Stopped(
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("student_number"),
                        row.getString("class_name"),
                        "REGISTRATION_FAILED".equals(row.getString("state"))))
                .list();
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
