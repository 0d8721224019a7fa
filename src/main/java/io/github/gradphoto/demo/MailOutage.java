package io.github.gradphoto.demo;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The switch of the demo's mail server, so that an administrator can watch an incident come and go. */
@Component
@Profile("demo")
@Transactional
class MailOutage {

    /** Stands for every recipient. */
    static final String EVERYBODY = "*";

    private final JdbcClient jdbc;
    private final Clock clock;

    MailOutage(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin(String recipient) {
        if (!concerns(recipient)) {
            jdbc.sql("insert into demo_mail_outage (recipient, since) values (?, ?)")
                    .params(recipient, clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    void end() {
        jdbc.sql("delete from demo_mail_outage").update();
    }

    @Transactional(readOnly = true)
    boolean concerns(String recipient) {
        return jdbc.sql("select count(*) from demo_mail_outage where recipient in (?, ?)")
                        .params(EVERYBODY, recipient)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** For everybody or for anybody. */
    @Transactional(readOnly = true)
    boolean isAny() {
        return jdbc.sql("select count(*) from demo_mail_outage")
                        .query(Long.class)
                        .single()
                > 0;
    }
}
