package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.REGISTRAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradphoto.TestMailServer;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.rehearsal.Rehearsals;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.test.context.TestPropertySource;

/** 演练: the real process with made-up students, and nothing left of it afterwards. */
@TestPropertySource(properties = {"gradphoto.rehearsal.made-at-once=15", "gradphoto.rehearsal.driven-at-once=12"})
class RehearsalTest extends NoticeTest {

    private static final int SIZE = 40;

    /** Say nothing of any case: what a decision table was asked and said, and how many tasks were done by how many. */
    private static final Set<String> NAMELESS =
            Set.of("ACT_HI_DECINST", "ACT_HI_DEC_IN", "ACT_HI_DEC_OUT", "ACT_RU_TASK_METER_LOG");

    @Autowired
    private Rehearsals rehearsals;

    @Autowired
    private Messages messages;

    @Autowired
    private Clock clock;

    @Test
    void everythingOfARehearsalIsTakenAwayAgain() {
        var model = signed();
        run(model);
        var real = student();
        var driven = cases.apply(real);
        sendMessages();
        var before = rows();
        int mails = TestMailServer.received().size();

        var notice = rehearse(model);
        assertThat(rehearsals.of(notice.id()).orElseThrow().acted()).isEqualTo(SIZE);
        assertThat(notices.byId(notice.id()).title()).startsWith("【演练】");
        run(notice);
        assertThat(messages(notice, "INVITATION"))
                .as("who has not applied before")
                .isBetween(16L, 40L);
        sendMessages();
        assertThat(jdbc.sql("select distinct state from outbox where notice_id = ?")
                        .param(notice.id())
                        .query(String.class)
                        .list())
                .containsExactly("SUNK");
        assertThat(TestMailServer.received()).as("no mail server was asked").hasSize(mails);
        assertThat(messages.sunk(notice.id(), 5)).allSatisfy(message -> {
            assertThat(message.recipient()).endsWith("@rehearsal.invalid");
            assertThat(message.body()).contains("【演练】");
        });
        assertThat(process.openSteps(applications.ofNotice(notice.id()).stream()
                                .map(each -> each.number())
                                .toList())
                        .values())
                .flatExtracting(steps -> steps)
                .extracting(step -> step.step())
                .contains(
                        Step.UPLOAD_CODE,
                        Step.CONFIRM_DETAILS,
                        Step.PAY,
                        Step.CONFIRM_PAYMENT,
                        Step.APPROVE_MANUAL_ENTRY);
        refused("rehearsalExists", () -> rehearsals.order(model.id(), 3, REGISTRAR));

        rehearsals.over(notice.id(), REGISTRAR);
        run("rehearsal-" + notice.id());
        var after = rows();
        // who did it, and when, stays
        before.merge("AUDIT_ENTRY", 2L, Long::sum);
        assertThat(after).isEqualTo(before);
        waitsFor(driven, Step.UPLOAD_CODE);
        refused("noRehearsal", () -> rehearsals.over(notice.id(), REGISTRAR));
    }

    @Test
    void aRehearsalOfTheCloseAndTheNextRoundIsTakenAwayAsWell() {
        var model = signed();
        var before = rows();
        var notice = rehearse(model);
        run(notice);
        close(notice);
        complete(notice, Step.DECIDE_UNFINISHED, REGISTRAR, Map.of("decision", "NEXT_ROUND", "note", "演练"));
        run(notice);
        assertThat(state(notice)).isEqualTo(Notice.State.ARCHIVED);
        assertThat(notices.nextRound(notices.byId(notice.id())).orElseThrow().isRehearsal())
                .isTrue();
        rehearsals.over(notice.id(), REGISTRAR);
        run("rehearsal-" + notice.id());
        before.merge("AUDIT_ENTRY", 2L, Long::sum);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void oneThatNobodyEndsExpiresAndOneThatIsEndedWhileItIsMadeGoesToo() {
        var model = signed();
        var before = rows();
        var notice = rehearse(model);
        goTo(clock.instant().plus(Duration.ofDays(14)).plusSeconds(60));
        run("rehearsal-" + notice.id());
        assertThat(rehearsals.current()).isEmpty();

        var broken = rehearsals.order(model.id(), SIZE, REGISTRAR);
        due("rehearsal-" + broken.id()).forEach(job -> management.executeJob(job.getId()));
        assertThat(rehearsals.of(broken.id()).orElseThrow().made()).isEqualTo(15);
        rehearsals.over(broken.id(), REGISTRAR);
        run("rehearsal-" + broken.id());
        before.merge("AUDIT_ENTRY", 3L, Long::sum);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aSecondOneDoesNotFitInEvenIfBothWereOrderedInTheSameMoment() {
        var model = signed();
        var notice = rehearsals.order(model.id(), 1, REGISTRAR);
        assertThatThrownBy(() -> jdbc.sql("insert into rehearsal"
                                + " (notice_id, wanted, made, driven, ordered_by, ordered_at, version)"
                                + " select cast(? as bigint), wanted, made, driven, ordered_by, ordered_at, version"
                                + " from rehearsal")
                        .param(model.id())
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
        rehearsals.over(notice.id(), REGISTRAR);
        run("rehearsal-" + notice.id());
        assertThat(rehearsals.current()).isEmpty();
    }

    @Test
    void aSizeThatIsNoneIsRefused() {
        var model = signed();
        refused("rehearsalSize", () -> rehearsals.order(model.id(), 0, REGISTRAR));
        refused("rehearsalSize", () -> rehearsals.order(model.id(), 3001, REGISTRAR));
        assertThat(rehearsals.current()).isEmpty();
    }

    private Notice rehearse(Notice model) {
        var notice = rehearsals.order(model.id(), SIZE, REGISTRAR);
        run("rehearsal-" + notice.id());
        return notice;
    }

    /** Every table there is, ours and the engine's. */
    private Map<String, Long> rows() {
        var counts = new TreeMap<String, Long>();
        for (var table : jdbc.sql("select table_name from information_schema.tables where table_schema = 'PUBLIC'")
                .query(String.class)
                .list()) {
            counts.put(
                    table,
                    jdbc.sql("select count(*) from \"" + table + "\"")
                            .query(Long.class)
                            .single());
        }
        counts.keySet().removeAll(NAMELESS);
        return counts;
    }
}
