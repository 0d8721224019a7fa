package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.REGISTRAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.rehearsal.Rehearsals;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * No test of the build: how long a rehearsal of 3,000 students takes, one job after the other. {@code mvn test
 * -Dtest=RehearsalTimes}; the lines that begin with "figure" say it.
 */
class RehearsalTimes extends NoticeTest {

    @Autowired
    private Rehearsals rehearsals;

    @Test
    void threeThousand() {
        var model = signed();
        var begin = Instant.now();
        var notice = rehearsals.order(model.id(), Rehearsals.MOST, REGISTRAR);
        var key = "rehearsal-" + notice.id();
        while (rehearsals.of(notice.id()).orElseThrow().madeAt() == null) {
            due(key).forEach(job -> management.executeJob(job.getId()));
        }
        var made = figure("students made", begin);
        due(key(notice)).forEach(job -> management.executeJob(job.getId()));
        run(notice);
        assertThat(messages(notice, "INVITATION")).isEqualTo(Rehearsals.MOST);
        var invited = figure("invitations written to the outbox", made);
        sendMessages();
        var sent = figure("invitations handed to the sink", invited);
        run(key);
        var driven = figure("six of ten students acted", sent);
        rehearsals.over(notice.id(), REGISTRAR);
        run(key);
        figure("everything taken away", driven);
    }

    private static Instant figure(String what, Instant since) {
        var now = Instant.now();
        System.out.printf(
                "figure: %s: %.1f s%n", what, Duration.between(since, now).toMillis() / 1000.0);
        return now;
    }
}
