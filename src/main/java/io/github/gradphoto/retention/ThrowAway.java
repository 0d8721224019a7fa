package io.github.gradphoto.retention;

import io.github.gradphoto.picture.PhotoStore;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes away everything that was written about made-up people: the same tables as for real ones, but whole rows, also those
 * that are kept of real people. Refuses to touch anybody who is not made up.
 */
@Component
public class ThrowAway {

    private static final List<String> OF_NOTICE = List.of(
            "outbox",
            "notice_text",
            "notice_attachment",
            "notice_batch",
            "notice_escalation",
            "notice_report",
            "print_run");

    private final JdbcClient jdbc;
    private final PhotoStore store;

    ThrowAway(JdbcClient jdbc, PhotoStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** @return whether no case is left */
    public boolean cases(Collection<Long> notices, int most) {
        var subjects = jdbc.sql("""
                        select a.id, a.number, s.id as student, s.student_number from application a
                        join student s on s.id = a.student_id
                        where a.notice_id in (:notices) and s.rehearsal_id is not null
                        order by a.id desc limit :most""")
                .param("notices", notices)
                .param("most", most)
                .query((row, index) -> new Subject(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getLong("student"),
                        row.getString("student_number")))
                .list();
        subjects.forEach(this::discardCase);
        return subjects.size() < most;
    }

    private void discardCase(Subject subject) {
        var pictures = jdbc.sql(PersonalTables.PICTURES)
                .params(subject.parameters())
                .query(Long.class)
                .list();
        PersonalTables.OF_CASE.forEach(table -> delete(table, subject));
        pictures.forEach(store::delete);
    }

    /** @return whether no student is left */
    public boolean students(long rehearsal, int most) {
        var subjects = jdbc.sql("select id, student_number from student where rehearsal_id = :rehearsal limit :most")
                .param("rehearsal", rehearsal)
                .param("most", most)
                .query((row, index) -> new Subject(null, null, row.getLong("id"), row.getString("student_number")))
                .list();
        subjects.forEach(this::discardStudent);
        return subjects.size() < most;
    }

    private void discardStudent(Subject subject) {
        PersonalTables.OF_CONTACT.forEach(table -> delete(table, subject));
        PersonalTables.OF_STUDENT.forEach(table -> delete(table, subject));
        for (var trace : List.of("photo_view where viewer", "audit_entry where actor", "audit_entry where subject")) {
            jdbc.sql("delete from " + trace + " = :studentNumber")
                    .params(subject.parameters())
                    .update();
        }
        var picture = jdbc.sql("select admission_photo_id from student where id = :student")
                .params(subject.parameters())
                .query(Long.class)
                .list();
        jdbc.sql("delete from student where id = :student and rehearsal_id is not null")
                .params(subject.parameters())
                .update();
        picture.stream().filter(Objects::nonNull).forEach(store::delete);
    }

    private void delete(PersonalTable table, Subject subject) {
        jdbc.sql("delete from " + table.name() + " where " + table.where())
                .params(subject.parameters())
                .update();
    }

    /** The notices themselves, when nobody is left in them. @param notices the later rounds last */
    public void notices(List<Long> notices) {
        for (int i = notices.size() - 1; i >= 0; i--) {
            long notice = notices.get(i);
            for (var table : OF_NOTICE) {
                jdbc.sql("delete from " + table + " where notice_id = ?")
                        .param(notice)
                        .update();
            }
            jdbc.sql("delete from audit_entry where subject = ?")
                    .param("notice-" + notice)
                    .update();
            jdbc.sql("delete from rehearsal where notice_id = ?").param(notice).update();
            jdbc.sql("delete from notice where id = ? and rehearsal = true")
                    .param(notice)
                    .update();
        }
    }
}
