package io.github.gradphoto.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gradphoto.privacy.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of a list that wait to be taken in, encrypted, in chunks. A chunk that is gone is in. */
@Component
class StagedRows {

    /** So few that a chunk whose every row reaches a running case stays under ten seconds. */
    static final int CHUNK = 200;

    /** @param id of the chunk */
    record Chunk(long id, List<RosterLine> lines) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final ObjectMapper json;

    StagedRows(JdbcClient jdbc, Vault vault, ObjectMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    void keep(long importId, List<RosterLine> lines) {
        for (int from = 0; from < lines.size(); from += CHUNK) {
            var some = lines.subList(from, Math.min(lines.size(), from + CHUNK));
            jdbc.sql("insert into roster_import_rows (import_id, row_count, content_enc) values (?, ?, ?)")
                    .params(importId, some.size(), vault.encrypt(written(some)))
                    .update();
        }
    }

    Optional<Chunk> next(long importId) {
        return jdbc.sql("select id, content_enc from roster_import_rows where import_id = ? order by id limit 1")
                .param(importId)
                .query((row, index) -> new Chunk(row.getLong("id"), read(vault.decrypt(row.getBytes("content_enc")))))
                .optional();
    }

    void remove(Chunk chunk) {
        jdbc.sql("delete from roster_import_rows where id = ?")
                .param(chunk.id())
                .update();
    }

    boolean isEmpty(long importId) {
        return jdbc.sql("select count(*) from roster_import_rows where import_id = ?")
                        .param(importId)
                        .query(Long.class)
                        .single()
                == 0;
    }

    private byte[] written(List<RosterLine> lines) {
        try {
            return json.writeValueAsBytes(lines);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<RosterLine> read(byte[] bytes) {
        try {
            return json.readValue(bytes, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
