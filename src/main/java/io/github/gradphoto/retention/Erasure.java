package io.github.gradphoto.retention;

import io.github.gradphoto.picture.PhotoStore;
import io.github.gradphoto.privacy.EncryptedText;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes what there is of one case or one student. Can run twice. */
@Component
class Erasure {

    /** Statements of the rules that look at rows alone, not at cases. */
    private static final String OLD_CODES = "delete from sign_in_code where created_at < :limit";

    private static final String OLD_CHANGES = "delete from contact_change where expires_at < :limit";
    private static final String OLD_DRAFTS = "delete from draft where saved_at < :limit";
    private static final String OLD_LISTS = "delete from list_upload where uploaded_at < :limit";
    private static final String OLD_ROWS = """
            delete from roster_import_rows where import_id in (
                select id from roster_import where started_at < :limit)""";
    private static final String OLD_UNACCEPTED_ROWS = """
            delete from registration_run_item where run_id in (
                select id from registration_run where accepted_at is null and started_at < :limit)""";
    /** Rows of nobody whom we know; the others go with their case. */
    private static final String OLD_NOBODYS_ROWS = """
            delete from registration_run_item where application_id is null and run_id in (
                select id from registration_run where started_at < :limit)""";

    /** With the names of the files, which may be those of students. */
    private static final String OLD_PHOTO_FILES = """
            delete from admission_photo_file where import_id in (
                select id from roster_import where started_at < :limit)""";

    private static final String OLD_CODE_MESSAGES =
            "delete from outbox where kind = 'SIGN_IN_CODE' and created_at < :limit";
    private static final String OLD_MESSAGES = """
            update outbox set recipient_enc = null, subject_enc = null, body_enc = null
            where state <> 'DUE' and recipient_enc is not null and created_at < :limit""";

    private final JdbcClient jdbc;
    private final PhotoStore store;
    private final CaseHistory history;
    private final DueData due;
    private final EncryptedText encryption;
    private final Clock clock;

    Erasure(
            JdbcClient jdbc,
            PhotoStore store,
            CaseHistory history,
            DueData due,
            EncryptedText encryption,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.history = history;
        this.due = due;
        this.encryption = encryption;
        this.clock = clock;
    }

    void eraseCodes(Tally tally) {
        tally.add("SIGN_IN", deleteOld(OLD_CODES, RetentionRule.CODES));
        tally.add("MESSAGES", deleteOld(OLD_CODE_MESSAGES, RetentionRule.CODES));
        tally.add("CONTACT", deleteOld(OLD_CHANGES, RetentionRule.CODES));
        tally.add("LISTS", deleteOld(OLD_LISTS, RetentionRule.CODES));
        tally.add("LISTS", deleteOld(OLD_UNACCEPTED_ROWS, RetentionRule.CODES));
    }

    void eraseMessages(Tally tally) {
        tally.add("MESSAGES", deleteOld(OLD_MESSAGES, RetentionRule.MESSAGES));
        tally.add("DRAFTS", deleteOld(OLD_DRAFTS, RetentionRule.MESSAGES));
        tally.add("LISTS", deleteOld(OLD_ROWS, RetentionRule.MESSAGES));
        tally.add("LISTS", deleteOld(OLD_NOBODYS_ROWS, RetentionRule.MESSAGES));
        tally.add("LISTS", deleteOld(OLD_PHOTO_FILES, RetentionRule.MESSAGES));
    }

    private int deleteOld(String statement, RetentionRule rule) {
        return jdbc.sql(statement)
                .param("limit", due.limit(rule).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param withContact whether nothing more will be told to the student */
    void eraseCase(Subject subject, boolean withContact, Tally tally) {
        var pictures = jdbc.sql(PersonalTables.PICTURES)
                .params(subject.parameters())
                .query(Long.class)
                .list();
        erase(PersonalTables.OF_CASE, subject, tally);
        pictures.forEach(store::delete);
        tally.add("PICTURES", pictures.size());
        tally.add("HISTORY", history.delete(subject.number()));
        jdbc.sql("update application set erased_at = :now, version = version + 1 where id = :application")
                .params(subject.parameters())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (withContact && !hasCases(subject)) {
            erase(PersonalTables.OF_CONTACT, subject, tally);
            tally.add("CONTACT", eraseContact(subject));
        }
        tally.addCase();
    }

    private boolean hasCases(Subject subject) {
        return jdbc.sql("select count(*) from application where student_id = :student and erased_at is null")
                        .params(subject.parameters())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private int eraseContact(Subject subject) {
        return jdbc.sql("""
                        update student set email_enc = null, phone_enc = null, phone_index = null, version = version + 1
                        where id = :student and (email_enc is not null or phone_enc is not null)""").params(subject.parameters()).update();
    }

    void eraseStudent(Subject subject, Tally tally) {
        erase(PersonalTables.OF_CONTACT, subject, tally);
        erase(PersonalTables.OF_STUDENT, subject, tally);
        // their own views and deeds stay counted, by nobody in particular
        jdbc.sql("update photo_view set viewer = 'student' where viewer = :studentNumber")
                .params(subject.parameters())
                .update();
        jdbc.sql("update audit_entry set actor = 'student' where actor = :studentNumber")
                .params(subject.parameters())
                .update();
        // notes of the office, about a copy that was handed over for instance
        jdbc.sql("update audit_entry set detail = null where subject = :subject")
                .param("subject", "student-" + subject.student())
                .update();
        var picture = jdbc
                .sql("select admission_photo_id from student where id = :student")
                .params(subject.parameters())
                .query(Long.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
        picture.forEach(blob -> jdbc.sql("delete from photo_view where blob_id = :blob")
                .param("blob", blob)
                .update());
        blankRoster(subject);
        picture.forEach(store::delete);
        tally.add("PICTURES", picture.size());
        tally.add("ROSTER", 1);
        tally.addCase();
    }

    private void blankRoster(Subject subject) {
        jdbc.sql("""
                        update student set student_number = :nobody, exam_number = null, name = '—', gender = '—',
                            id_number_enc = :nothing, id_index = :nobody, id_last_six_index = :nobody,
                            class_teacher = null, email_enc = null, phone_enc = null, phone_index = null,
                            admission_photo_id = null,
                            erased_at = :now, version = version + 1
                        where id = :student""")
                .params(subject.parameters())
                .param("nobody", "D" + subject.student())
                .param("nothing", encryption.convertToDatabaseColumn(""))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void erase(List<PersonalTable> tables, Subject subject, Tally tally) {
        tables.stream()
                .filter(table -> !table.stays())
                .forEach(table -> tally.add(
                        table.category(),
                        jdbc.sql(table.erasure()).params(subject.parameters()).update()));
    }
}
