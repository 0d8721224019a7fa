package io.github.gradphoto.picture;

import io.github.gradphoto.privacy.Vault;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Keeps pictures in a table of their own, so that no list of photos ever loads their bytes. */
@Component
class DatabasePhotoStore implements PhotoStore {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    DatabasePhotoStore(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public long put(byte[] content, String mediaType) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into photo_blob (sha256, media_type, byte_count, content, stored_at) values (?, ?, ?, ?, ?)")
                .params(
                        PhotoDigest.sha256(content),
                        mediaType,
                        content.length,
                        vault.encrypt(content),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    @Override
    public Optional<StoredPicture> get(long key) {
        return jdbc.sql("select content, media_type, sha256 from photo_blob where id = ?")
                .param(key)
                .query((row, index) -> new StoredPicture(
                        key,
                        vault.decrypt(row.getBytes("content")),
                        row.getString("media_type"),
                        row.getString("sha256")))
                .optional();
    }

    @Override
    public void delete(long key) {
        jdbc.sql("delete from photo_blob where id = ?").param(key).update();
    }
}
