package io.github.gradphoto.demo;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.message.MailChannel;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.OutgoingMail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps all mail of the demo on a page. Primary: whatever is configured, made-up people are never written to. */
@Component
@Primary
@Profile("demo")
@Transactional
class DemoMailbox implements MailChannel {

    static final String SIGN_IN_CODES = MessageKind.SIGN_IN_CODE + "-";
    static final String CONTACT_CODES = MessageKind.CONTACT_CODE + "-";

    private static final String COLUMNS = "select id, message_key, recipient, subject, body, sent_at from demo_mail ";

    private final JdbcClient jdbc;
    private final MailOutage outage;
    private final Clock clock;

    DemoMailbox(JdbcClient jdbc, MailOutage outage, Clock clock) {
        this.jdbc = jdbc;
        this.outage = outage;
        this.clock = clock;
    }

    @Override
    public void send(OutgoingMail mail) {
        if (outage.concerns(mail.recipient())) {
            throw new MailServerOff();
        }
        if (isThere(mail.key())) {
            return;
        }
        jdbc.sql("insert into demo_mail (message_key, recipient, subject, body, sent_at) values (?, ?, ?, ?, ?)")
                .params(
                        mail.key(),
                        mail.recipient(),
                        mail.subject(),
                        mail.body(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean isThere(String key) {
        return jdbc.sql("select count(*) from demo_mail where message_key = ?")
                        .param(key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    List<DemoMail> newest(int most) {
        return jdbc.sql(COLUMNS + "order by id desc fetch first ? rows only")
                .param(most)
                .query(DemoMailbox::mail)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<DemoMail> newestSignInCode() {
        return jdbc.sql(COLUMNS
                        + "where message_key like ? or message_key like ? order by id desc fetch first 1 rows only")
                .params(SIGN_IN_CODES + "%", CONTACT_CODES + "%")
                .query(DemoMailbox::mail)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<DemoMail> byId(long id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(DemoMailbox::mail)
                .optional();
    }

    private static DemoMail mail(ResultSet row, int index) throws SQLException {
        return new DemoMail(
                row.getLong("id"),
                row.getString("message_key"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getObject("sent_at", OffsetDateTime.class).atZoneSameInstant(Deadlines.ZONE));
    }
}
