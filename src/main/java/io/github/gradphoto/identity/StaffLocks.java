package io.github.gradphoto.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Accounts that are closed: of leavers, and of who is away for long. The engine can only delete an account, which would leave
 * names in the records that nobody can explain any more.
 */
@Component
public class StaffLocks {

    /** @param note why, in the words of who closed it */
    public record Lock(String username, Instant at, String by, String note) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffLocks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean isLocked(String username) {
        return jdbc.sql("select 1 from staff_lock where username = ?")
                .param(username)
                .query()
                .optionalValue()
                .isPresent();
    }

    public Map<String, Lock> all() {
        return jdbc
                .sql("select username, locked_at, locked_by, note from staff_lock")
                .query((row, index) -> new Lock(
                        row.getString("username"),
                        row.getObject("locked_at", OffsetDateTime.class).toInstant(),
                        row.getString("locked_by"),
                        row.getString("note")))
                .list()
                .stream()
                .collect(Collectors.toMap(Lock::username, Function.identity()));
    }

    /** @return false where it was closed already */
    public boolean lock(String username, String by, String note) {
        return jdbc.sql("""
                                insert into staff_lock (username, locked_at, locked_by, note)
                                select cast(:username as varchar(64)), cast(:now as timestamp with time zone),
                                       cast(:by as varchar(64)), cast(:note as varchar(200))
                                where not exists (select 1 from staff_lock where username = :username)""")
                        .param("username", username)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("note", note)
                        .update()
                > 0;
    }

    /** @return false where it was not closed */
    public boolean unlock(String username) {
        return jdbc.sql("delete from staff_lock where username = ?")
                        .param(username)
                        .update()
                > 0;
    }
}
