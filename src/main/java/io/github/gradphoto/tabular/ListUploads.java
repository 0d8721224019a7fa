package io.github.gradphoto.tabular;

import io.github.gradphoto.privacy.Vault;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps an uploaded list, encrypted, between its preview and the decision to take it in, so that what is taken in is what
 * was seen. Each is seen by whoever uploaded it, and forgotten after a day.
 */
@Component
@Transactional
public class ListUploads {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    ListUploads(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Reads the list once, so that a file that is none is refused now, and keeps it.
     *
     * @param kind of list, at most 20 characters
     * @return its key
     */
    public long keep(String kind, byte[] file, List<Column> columns, String by) {
        TableReader.read(file, columns);
        return keep(kind, file, by);
    }

    /** Keeps a list that the caller has read. @return its key */
    public long keep(String kind, byte[] file, String by) {
        jdbc.sql("delete from list_upload where uploaded_at < ?")
                .param(at(clock.instant().minus(KEPT)))
                .update();
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into list_upload (kind, content_enc, uploaded_by, uploaded_at) values (?, ?, ?, ?)")
                .params(kind, vault.encrypt(file), by, at(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    /** @throws Refusal listGone, also where somebody else uploaded it */
    @Transactional(readOnly = true)
    public Table read(String kind, long id, List<Column> columns, String by) {
        return TableReader.read(file(kind, id, by), columns);
    }

    /** @throws Refusal listGone, also where somebody else uploaded it */
    @Transactional(readOnly = true)
    public byte[] file(String kind, long id, String by) {
        return jdbc.sql("select content_enc from list_upload where id = ? and kind = ? and uploaded_by = ?")
                .params(id, kind, by)
                .query((row, index) -> vault.decrypt(row.getBytes("content_enc")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("listGone"));
    }

    /** Whoever comes second finds it gone, so that one list is taken in once. @throws Refusal listGone */
    public void remove(String kind, long id, String by) {
        int removed = jdbc.sql("delete from list_upload where id = ? and kind = ? and uploaded_by = ?")
                .params(id, kind, by)
                .update();
        if (removed == 0) {
            throw Refusal.notFound("listGone");
        }
    }

    private static Object at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
