package io.github.gradphoto.retention;

import io.github.gradphoto.picture.PhotoStore;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.privacy.EncryptedText;
import io.github.gradphoto.refusal.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything about one student, for the student: each row that a deletion would reach, readable, and each picture. */
@Service
@Transactional
public class DataCopy {

    /** @param name in the copy, without anything personal */
    public record Picture(String name, byte[] content) {}

    private static final String PICTURES = """
            select photo.application_id, 'photo-' || photo.attempt || '-original' as name, photo.original_id as blob_id
            from photo join application on application.id = photo.application_id where application.student_id = :student
            union all
            select photo.application_id, 'photo-' || photo.attempt || '-standard', photo.standard_id
            from photo join application on application.id = photo.application_id where application.student_id = :student
            union all
            select photo.application_id, 'photo-' || photo.attempt || '-finished', photo.finished_id
            from photo join application on application.id = photo.application_id
            where application.student_id = :student and photo.finished_id is not null
            union all
            select evidence.application_id, 'evidence-' || evidence.id, evidence.picture_id
            from evidence join application on application.id = evidence.application_id
            where application.student_id = :student
            union all
            select 0, 'admission-photo', admission_photo_id from student
            where id = :student and admission_photo_id is not null
            order by 1, 2""";

    private final JdbcClient jdbc;
    private final EncryptedText encryption;
    private final PhotoStore store;
    private final AuditLog audit;

    DataCopy(JdbcClient jdbc, EncryptedText encryption, PhotoStore store, AuditLog audit) {
        this.jdbc = jdbc;
        this.encryption = encryption;
        this.store = store;
        this.audit = audit;
    }

    /** Rows by table; encrypted values are plain, names of staff and what only the machine needs are left out. */
    @Transactional(readOnly = true)
    public Map<String, List<Map<String, Object>>> rows(long studentId, String studentNumber) {
        var copy = new LinkedHashMap<String, List<Map<String, Object>>>();
        var student = new Subject(null, null, studentId, studentNumber);
        add(copy, "student", "id = :student", student);
        Stream.of(PersonalTables.OF_CONTACT, PersonalTables.OF_STUDENT)
                .flatMap(List::stream)
                .forEach(table -> add(copy, table.name(), table.where(), student));
        var cases = jdbc.sql("select id, number from application where student_id = :student order by id")
                .params(student.parameters())
                .query((row, index) ->
                        new Subject(row.getLong("id"), row.getString("number"), studentId, studentNumber))
                .list();
        for (var subject : cases) {
            PersonalTables.OF_CASE.stream()
                    // the student's rows have these already
                    .filter(table -> !"outbox".equals(table.name()))
                    .forEach(table -> add(copy, table.name(), table.where(), subject));
        }
        return copy;
    }

    private void add(Map<String, List<Map<String, Object>>> copy, String table, String where, Subject subject) {
        var rows = jdbc.sql("select * from " + table + " where " + where)
                .params(subject.parameters())
                .query()
                .listOfRows();
        copy.computeIfAbsent(table, none -> new ArrayList<>())
                .addAll(rows.stream().map(this::readable).toList());
    }

    private Map<String, Object> readable(Map<String, Object> row) {
        var readable = new TreeMap<String, Object>();
        row.forEach((name, value) -> {
            var column = name.toLowerCase(Locale.ROOT);
            if (value != null && !isForTheMachine(column)) {
                boolean encrypted = column.endsWith("_enc");
                readable.put(
                        encrypted ? column.substring(0, column.length() - 4) : column,
                        encrypted ? encryption.convertToEntityAttribute(value.toString()) : value.toString());
            }
        });
        return readable;
    }

    private static boolean isForTheMachine(String column) {
        return column.equals("version")
                || column.endsWith("_index")
                || column.endsWith("_hash")
                || column.endsWith("_by")
                || Stream.of("reviewer", "viewer", "actor", "teacher", "token_enc", "series", "picture_content")
                        .anyMatch(column::equals);
    }

    /** That they were copied is noted as a view of each, by whoever takes the copy. */
    public List<Picture> pictures(long studentId, String viewer) {
        return jdbc
                .sql(PICTURES)
                .param("student", studentId)
                .query((row, index) -> Map.entry(name(row.getLong(1), row.getString("name")), row.getLong("blob_id")))
                .list()
                .stream()
                .map(found -> picture(found.getKey(), found.getValue(), viewer))
                .toList();
    }

    private static String name(long application, String name) {
        return application == 0 ? name : application + "-" + name;
    }

    private Picture picture(String name, long blob, String viewer) {
        audit.photoSeen(blob, viewer, "copy");
        var stored = store.get(blob).orElseThrow(() -> Refusal.notFound("noPhoto"));
        var type = stored.mediaType().substring(stored.mediaType().indexOf('/') + 1);
        return new Picture(name + "." + ("jpeg".equals(type) ? "jpg" : type), stored.content());
    }
}
