package io.github.gradphoto.identity;

import io.github.gradphoto.notice.ContactChanged;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.Vault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.authentication.rememberme.PersistentRememberMeToken;
import org.springframework.security.web.authentication.rememberme.PersistentTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The phones on which students need no code for thirty days. Their tokens are encrypted and change with each use. */
@Component
@Transactional
public class RememberedPhones implements PersistentTokenRepository {

    static final Duration LIFE = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Roster roster;
    private final Vault vault;
    private final Clock clock;

    RememberedPhones(JdbcClient jdbc, Roster roster, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.roster = roster;
        this.vault = vault;
        this.clock = clock;
    }

    /** One phone, as "my" lists it. */
    public record Phone(Instant rememberedAt, Instant lastUsedAt) {}

    @Transactional(readOnly = true)
    public List<Phone> of(long studentId) {
        return jdbc.sql("select remembered_at, last_used_at from remembered_phone"
                        + " where student_id = ? and remembered_at > ? order by last_used_at desc")
                .params(studentId, oldest())
                .query((row, index) -> new Phone(
                        row.getObject(1, OffsetDateTime.class).toInstant(),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Each of the student's phones needs a code again. */
    public void forget(long studentId) {
        jdbc.sql("delete from remembered_phone where student_id = ?")
                .param(studentId)
                .update();
    }

    void forgetSeries(String series) {
        jdbc.sql("delete from remembered_phone where series = ?").param(series).update();
    }

    /** Whoever reads the old address may hold a phone that was remembered with it. */
    @EventListener
    void contactChanged(ContactChanged changed) {
        forget(changed.studentId());
    }

    @Override
    public void createNewToken(PersistentRememberMeToken token) {
        jdbc.sql("delete from remembered_phone where remembered_at <= ?")
                .param(oldest())
                .update();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var student = roster.byNumber(token.getUsername()).orElseThrow();
        jdbc.sql("insert into remembered_phone (series, student_id, token_enc, remembered_at, last_used_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(token.getSeries(), student.id(), vault.encrypt(token.getTokenValue()), now, now)
                .update();
    }

    @Override
    public void updateToken(String series, String tokenValue, Date lastUsed) {
        jdbc.sql("update remembered_phone set token_enc = ?, last_used_at = ? where series = ?")
                .params(vault.encrypt(tokenValue), clock.instant().atOffset(ZoneOffset.UTC), series)
                .update();
    }

    /** Null for a phone that is not remembered, or not any more: the thirty days count from the sign-in. */
    @Override
    @Transactional(readOnly = true)
    public PersistentRememberMeToken getTokenForSeries(String series) {
        return jdbc.sql("select s.student_number, p.token_enc from remembered_phone p"
                        + " join student s on s.id = p.student_id where p.series = ? and p.remembered_at > ?")
                .params(series, oldest())
                .query((row, index) -> new PersistentRememberMeToken(
                        row.getString(1), series, vault.decrypt(row.getString(2)), new Date()))
                .optional()
                .orElse(null);
    }

    @Override
    public void removeUserTokens(String studentNumber) {
        roster.byNumber(studentNumber).ifPresent(student -> forget(student.id()));
    }

    private OffsetDateTime oldest() {
        return clock.instant().minus(LIFE).atOffset(ZoneOffset.UTC);
    }
}
