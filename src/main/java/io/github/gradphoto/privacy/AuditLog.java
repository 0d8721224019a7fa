package io.github.gradphoto.privacy;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what to whose data, and who saw which photo. Written in the transaction of the deed. */
@Component
public class AuditLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param subject an application number or another pseudonymous key, never a name */
    public void record(String actor, String action, String subject, String detail) {
        jdbc.sql("insert into audit_entry (at, actor, action, subject, detail) values (?, ?, ?, ?, ?)")
                .params(clock.instant().atOffset(ZoneOffset.UTC), actor, action, subject, detail)
                .update();
    }

    public void photoSeen(long blobId, String viewer, String purpose) {
        jdbc.sql("insert into photo_view (blob_id, viewer, purpose, viewed_at) values (?, ?, ?, ?)")
                .params(blobId, viewer, purpose, clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
