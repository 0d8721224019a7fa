package io.github.gradphoto.certificate;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Roster;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** Keys in one statement. */
    private static final int AT_ONCE = 500;

    private static final String SELECT = "select student_number, outcome, certificate_number from graduation_entry";

    private final JdbcClient jdbc;
    private final Roster roster;
    private final Applications applications;
    private final ApplicationProcess process;
    private final Messages messages;
    private final Clock clock;

    GraduationList(
            JdbcClient jdbc,
            Roster roster,
            Applications applications,
            ApplicationProcess process,
            Messages messages,
            Clock clock) {
        this.jdbc = jdbc;
        this.roster = roster;
        this.applications = applications;
        this.process = process;
        this.messages = messages;
        this.clock = clock;
    }

    /** Takes in a list; a student listed before gets the newer entry. Cases that wait for the list go on. */
    public void add(Collection<Entry> entries) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        // First all out, then all in: certificate numbers may have changed places.
        for (var entry : entries) {
            jdbc.sql("delete from graduation_entry where student_number = ?")
                    .param(entry.studentNumber())
                    .update();
        }
        for (var entry : entries) {
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
                    .forEach(application -> follow(application.number()));
        }
    }

    /** A case that waits for the list goes on; one that ended as 结业 and graduates after all gets its certificate. */
    private void follow(String number) {
        var application = applications.lock(number);
        if (!process.graduationListed(number) && of(number) == Graduation.GRADUATES) {
            var student = roster.byId(application.studentId());
            if (process.graduationRevised(number, student.classCode())) {
                messages.send(MessageKind.GRADUATES_AFTER_ALL, number + "-" + clock.millis(), student.id(), number);
            }
        }
    }

    /** Looks the case up for its process; whoever completes without graduating (结业) is told so. Can run twice. */
    public Graduation check(String applicationNumber) {
        var graduation = of(applicationNumber);
        if (graduation == Graduation.COMPLETES) {
            var student = applications.byNumber(applicationNumber).studentId();
            messages.send(MessageKind.NO_CERTIFICATE, applicationNumber, student, applicationNumber);
        }
        return graduation;
    }

    @Transactional(readOnly = true)
    public Graduation of(String applicationNumber) {
        return entry(applicationNumber).map(Entry::outcome).orElse(Graduation.UNLISTED);
    }

    @Transactional(readOnly = true)
    public Optional<Entry> entry(String applicationNumber) {
        var student = roster.byId(applications.byNumber(applicationNumber).studentId());
        return entryOf(student.studentNumber());
    }

    @Transactional(readOnly = true)
    public Optional<Entry> entryOf(String studentNumber) {
        return jdbc.sql(SELECT + " where student_number = ?")
                .param(studentNumber)
                .query(GraduationList::entry)
                .optional();
    }

    /** By student number; a statement for some hundreds. */
    @Transactional(readOnly = true)
    public Map<String, Entry> entriesOf(Collection<String> studentNumbers) {
        var all = List.copyOf(studentNumbers);
        var entries = new HashMap<String, Entry>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            jdbc.sql(SELECT + " where student_number in (:numbers)")
                    .param("numbers", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .query(GraduationList::entry)
                    .list()
                    .forEach(entry -> entries.put(entry.studentNumber(), entry));
        }
        return entries;
    }

    /** Whose certificate bears this number, as a student number. */
    @Transactional(readOnly = true)
    public Optional<String> holder(String certificateNumber) {
        return jdbc.sql("select student_number from graduation_entry where certificate_number = ?")
                .param(certificateNumber)
                .query(String.class)
                .optional();
    }

    /** Everybody who is listed, by student number. */
    @Transactional(readOnly = true)
    public Map<String, Entry> all() {
        return jdbc.sql(SELECT).query(GraduationList::entry).list().stream()
                .collect(Collectors.toMap(Entry::studentNumber, entry -> entry));
    }

    /** Whether the certificate of a student lies ready or is handed over, so that its number stands. */
    @Transactional(readOnly = true)
    boolean isMade(String studentNumber) {
        return jdbc.sql("select count(*) from certificate c join application a on a.id = c.application_id"
                                + " join student s on s.id = a.student_id"
                                + " where s.student_number = ? and c.made_at is not null")
                        .param(studentNumber)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getString("student_number"),
                Graduation.valueOf(row.getString("outcome")),
                row.getString("certificate_number"));
    }
}
