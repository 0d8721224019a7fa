package io.github.gradphoto.roster;

import io.github.gradphoto.privacy.Vault;
import io.github.gradphoto.roster.PhotoFile.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of ZIPs of admission photos: encrypted until their turn comes, afterwards only what became of each. */
@Component
class PhotoFiles {

    private static final List<String> FAULTS = Arrays.stream(Outcome.values())
            .filter(Outcome::isFault)
            .map(Outcome::name)
            .toList();

    /** A file whose turn has come. @param studentId whose photo it is */
    record Waiting(long id, long studentId, byte[] content) {}

    private final JdbcClient jdbc;
    private final Vault vault;

    PhotoFiles(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void keep(long importId, int place, String name, long studentId, byte[] content) {
        insert(importId, place, name, studentId, vault.encrypt(content), Outcome.WAITING);
    }

    void leaveOut(long importId, int place, String name, Outcome fault) {
        insert(importId, place, name, null, null, fault);
    }

    private void insert(long importId, int place, String name, Long studentId, byte[] content, Outcome outcome) {
        jdbc.sql("""
                insert into admission_photo_file (import_id, place, name_enc, student_id, content_enc, outcome)
                values (?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        importId,
                        place,
                        vault.encrypt(name.getBytes(StandardCharsets.UTF_8)),
                        studentId,
                        content,
                        outcome.name()))
                .update();
    }

    List<Waiting> next(long importId, int most) {
        return jdbc.sql("""
                select id, student_id, content_enc from admission_photo_file
                where import_id = ? and outcome = 'WAITING' order by place limit ?""")
                .params(importId, most)
                .query((row, index) -> new Waiting(
                        row.getLong("id"), row.getLong("student_id"), vault.decrypt(row.getBytes("content_enc"))))
                .list();
    }

    /** The file itself is not needed any more. */
    void done(Waiting file, Outcome outcome) {
        jdbc.sql("update admission_photo_file set outcome = ?, content_enc = null, student_id = null where id = ?")
                .params(outcome.name(), file.id())
                .update();
    }

    boolean isWaiting(long importId) {
        return jdbc.sql("select count(*) from admission_photo_file where import_id = ? and outcome = 'WAITING'")
                        .param(importId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<PhotoFile> all(long importId) {
        return jdbc.sql("select place, name_enc, outcome from admission_photo_file where import_id = ? order by place")
                .param(importId)
                .query((row, index) -> file(row.getInt("place"), row.getBytes("name_enc"), row.getString("outcome")))
                .list();
    }

    List<PhotoFile> faults(long importId, int most) {
        return jdbc.sql("""
                select place, name_enc, outcome from admission_photo_file
                where import_id = :import and outcome in (:faults) order by place limit :most""")
                .param("import", importId)
                .param("faults", FAULTS)
                .param("most", most)
                .query((row, index) -> file(row.getInt("place"), row.getBytes("name_enc"), row.getString("outcome")))
                .list();
    }

    private PhotoFile file(int place, byte[] name, String outcome) {
        return new PhotoFile(place, new String(vault.decrypt(name), StandardCharsets.UTF_8), Outcome.valueOf(outcome));
    }
}
