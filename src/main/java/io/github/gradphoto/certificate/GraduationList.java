package io.github.gradphoto.certificate;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.notice.Roster;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 发证名单: who graduates (毕业), who only completes (结业), and the certificate's number. */
@Service
@Transactional
public class GraduationList {

    /** What the list says of a student; named as the process's fact. */
    public enum Graduation {
        GRADUATES,
        COMPLETES,
        UNLISTED
    }

    /** @param certificateNumber 18 digits: school 5, type 1, year 4, level 2, serial 6 */
    public record Entry(String studentNumber, Graduation outcome, String certificateNumber) {

        public Entry {
            if (outcome == Graduation.UNLISTED) {
                throw new IllegalArgumentException("A listed student graduates or completes.");
            }
            if (!certificateNumber.matches("\\d{18}")) {
                throw new IllegalArgumentException("A certificate number has 18 digits.");
            }
        }
    }

    private final JdbcClient jdbc;
    private final Roster roster;
    private final Applications applications;
    private final ApplicationProcess process;
    private final Clock clock;

    GraduationList(JdbcClient jdbc, Roster roster, Applications applications, ApplicationProcess process, Clock clock) {
        this.jdbc = jdbc;
        this.roster = roster;
        this.applications = applications;
        this.process = process;
        this.clock = clock;
    }

    /** Takes in a list; a student listed before gets the newer entry. Cases that wait for the list go on. */
    public void add(Collection<Entry> entries) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        for (var entry : entries) {
            jdbc.sql("delete from graduation_entry where student_number = ?")
                    .param(entry.studentNumber())
                    .update();
            jdbc.sql("insert into graduation_entry (student_number, outcome, certificate_number, imported_at)"
                            + " values (?, ?, ?, ?)")
                    .params(entry.studentNumber(), entry.outcome().name(), entry.certificateNumber(), now)
                    .update();
        }
        var students = entries.stream()
                .map(e -> roster.byNumber(e.studentNumber()))
                .flatMap(Optional::stream)
                .map(student -> student.id())
                .toList();
        if (!students.isEmpty()) {
            applications.ofStudents(students).stream()
                    .filter(application -> application.isRunning())
                    .forEach(application -> process.graduationListed(application.number()));
        }
    }

    @Transactional(readOnly = true)
    public Graduation of(String applicationNumber) {
        return entry(applicationNumber).map(Entry::outcome).orElse(Graduation.UNLISTED);
    }

    @Transactional(readOnly = true)
    public Optional<Entry> entry(String applicationNumber) {
        var student = roster.byId(applications.byNumber(applicationNumber).studentId());
        List<Entry> found = jdbc.sql(
                        "select student_number, outcome, certificate_number from graduation_entry where student_number = ?")
                .param(student.studentNumber())
                .query((row, index) -> new Entry(
                        row.getString("student_number"),
                        Graduation.valueOf(row.getString("outcome")),
                        row.getString("certificate_number")))
                .list();
        return found.stream().findFirst();
    }
}
