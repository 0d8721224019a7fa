package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.DEAN;
import static io.github.gradphoto.process.College.REGISTRAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.EndReason;
import io.github.gradphoto.application.Extensions;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.campaign.Batch;
import io.github.gradphoto.campaign.BatchKind;
import io.github.gradphoto.campaign.Batches;
import io.github.gradphoto.campaign.Escalations;
import io.github.gradphoto.campaign.FollowUps;
import io.github.gradphoto.campaign.Invitations;
import io.github.gradphoto.campaign.NoticeReports;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Roster;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The notice as a process, from the draft to the archive (N01, N03, N04, N23). */
@TestPropertySource(properties = {"gradphoto.notice-chunk=2", "gradphoto.close-chunk=2", "gradphoto.decision-chunk=2"})
class CollectionNoticeTest extends NoticeTest {

    @Autowired
    private Invitations invitations;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private Escalations escalations;

    @Autowired
    private Batches batches;

    @Autowired
    private NoticeReports reports;

    @Autowired
    private Roster roster;

    @Autowired
    private Extensions extensions;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Test
    void theDeanReturnsADraftAndSignsItWhenItIsMended() {
        var notice = notices.draft(cases.terms(terms -> terms.cohort(cohort)), REGISTRAR);
        students(3);
        notices.submit(notice.id(), REGISTRAR);
        assertThat(waits(notice, Step.SIGN_NOTICE)).isTrue();
        refused("noticeNotDraft", () -> notices.change(notice.id(), notice.asDraft(), REGISTRAR));
        refused("noteNeeded", () -> complete(notice, Step.SIGN_NOTICE, DEAN, Map.of("decision", "RETURNED")));
        refused("stepNotOpen", () -> complete(notice, Step.SIGN_NOTICE, REGISTRAR, Map.of("decision", "SIGNED")));

        complete(notice, Step.SIGN_NOTICE, DEAN, Map.of("decision", "RETURNED", "note", "截止太早"));
        assertThat(notices.byId(notice.id()).returnNote()).isEqualTo("截止太早");
        assertThat(state(notice)).isEqualTo(Notice.State.RETURNED);
        complete(notice, Step.REVISE_NOTICE, REGISTRAR, Map.of("decision", "RESUBMITTED"));
        complete(notice, Step.SIGN_NOTICE, DEAN, Map.of("decision", "SIGNED"));
        assertThat(notices.byId(notice.id()).signedBy()).isEqualTo(DEAN);
        assertThat(messages(notice, "INVITATION")).isZero();
        run(notice);
        assertThat(messages(notice, "INVITATION")).isEqualTo(3);
    }

    @Test
    void aDraftThatTheDeanReturnedCanBeGivenUp() {
        var notice = notices.draft(cases.terms(terms -> terms.cohort(cohort)), REGISTRAR);
        notices.submit(notice.id(), REGISTRAR);
        complete(notice, Step.SIGN_NOTICE, DEAN, Map.of("decision", "RETURNED", "note", "今年不再采集"));
        complete(notice, Step.REVISE_NOTICE, REGISTRAR, Map.of("decision", "DISCARDED"));
        assertThat(state(notice)).isEqualTo(Notice.State.DISCARDED);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key(notice))
                        .count())
                .isZero();
        assertThat(notices.published()).noneMatch(one -> one.id().equals(notice.id()));
    }

    @Test
    void nobodyCanSignWhatIsOver() {
        var notice = notices.draft(cases.terms(terms -> terms.cohort(cohort)), REGISTRAR);
        notices.submit(notice.id(), REGISTRAR);
        MovableClock.moveTo(notice.closesAt().plusSeconds(2));
        refused("noticeCloseOver", () -> complete(notice, Step.SIGN_NOTICE, DEAN, Map.of("decision", "SIGNED")));
        assertThat(state(notice)).isEqualTo(Notice.State.SUBMITTED);
    }

    @Test
    void everyoneIsInvitedOnceButThoseWhoNeedNoWord() {
        var all = students(5);
        cases.enrol(row -> row.cohort(cohort).photoRegistered(true));
        var silent = student();
        roster.updateContact(silent.id(), null, "13800001234");
        var notice = signed();
        var eager = student();
        cases.apply(eager);
        run(notice);

        assertThat(jdbc.sql("select student_id from outbox where notice_id = ? and kind = 'INVITATION'")
                        .param(notice.id())
                        .query(Long.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(one -> one.id()).toList());
        var batch = batch(notice, BatchKind.INVITE);
        assertThat(batch.isEnded()).isTrue();
        assertThat(batch.seen()).isEqualTo(8);
        assertThat(batch.told()).isEqualTo(5);
        assertThat(batch.unreached()).isEqualTo(1);
    }

    @Test
    void aStopInTheMiddleOfABatchLosesAndDoublesNothing() {
        students(5);
        var notice = signed();
        due(key(notice)).forEach(job -> management.executeJob(job.getId())); // it opens
        var chunk = due(key(notice)).get(0);
        // the first kill: the chunk's transaction is lost at its very end, as when the machine stops
        transaction.executeWithoutResult(status -> {
            invitations.inviteNext(notice.id());
            status.setRollbackOnly();
        });
        assertThat(messages(notice, "INVITATION")).isZero();
        management.executeJob(chunk.getId());
        assertThat(messages(notice, "INVITATION")).isEqualTo(2);
        // the second: the messages were written by a version that could not note how far it was
        jdbc.sql("update notice_batch set last_id = 0, seen = 0, told = 0 where notice_id = ?")
                .param(notice.id())
                .update();
        run(notice);
        assertThat(messages(notice, "INVITATION")).isEqualTo(5);
        assertThat(jdbc.sql("select count(distinct student_id) from outbox where notice_id = ?")
                        .param(notice.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
        transaction.executeWithoutResult(status -> {
            assertThat(invitations.inviteNext(notice.id()))
                    .as("a rerun of the last job")
                    .isTrue();
        });
        assertThat(messages(notice, "INVITATION")).isEqualTo(5);
    }

    @Test
    void theUnfinishedAreRemindedThenTheirTeachersLearnOfItThenTheOffice() {
        hireTeacherWithMail();
        var notice = signed();
        var idle = student();
        var halfway = cases.apply(student(), CollectionType.CENTRAL).uploadCode(College.Cases.newCode());
        var done = cases.apply(student(), CollectionType.CENTRAL).uploadCode(College.Cases.newCode());
        done.confirmDetails().payAtCounter().confirmPayment(LocalDate.now(), College.BURSAR);
        done.uploadPhoto(College.portrait());
        run(notice);
        assertThat(messages(notice, "NOTICE_REMINDER")).isZero();

        daysBefore(notice, 7);
        assertThat(messages(notice, "NOTICE_REMINDER")).as("idle and halfway").isEqualTo(2);
        assertThat(followUps.due(notice.id())).as("once").isEmpty();

        daysBefore(notice, 5);
        assertThat(messages(notice, "TEACHER_ESCALATION")).isEqualTo(1);
        assertThat(escalations.told(notice.id())).singleElement().satisfies(told -> {
            assertThat(told.unfinished()).isEqualTo(2);
            assertThat(told.addressed()).isEqualTo(3);
            assertThat(told.told()).isTrue();
        });
        assertThat(waits(notice, Step.FOLLOW_UP_UNFINISHED)).isFalse();

        daysBefore(notice, 2);
        assertThat(messages(notice, "NOTICE_REMINDER")).as("three days before").isEqualTo(4);
        assertThat(messages(notice, "OFFICE_ESCALATION")).isEqualTo(1);
        assertThat(waits(notice, Step.FOLLOW_UP_UNFINISHED)).isTrue();
        refused("noteNeeded", () -> complete(notice, Step.FOLLOW_UP_UNFINISHED, REGISTRAR, Map.of()));
        complete(notice, Step.FOLLOW_UP_UNFINISHED, REGISTRAR, Map.of("note", "已逐个电话联系"));
        assertThat(waits(notice, Step.FOLLOW_UP_UNFINISHED)).isFalse();

        assertThat(jdbc.sql("select count(*) from outbox where kind = 'NOTICE_REMINDER' and student_id = ?")
                        .param(applications.byNumber(halfway.number()).studentId())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(idle.id()).isNotNull();
    }

    @Test
    void ofSeveralRemindersThatWereMissedTheLastAloneIsSent() {
        student();
        var notice = signed();
        run(notice);
        MovableClock.moveTo(at(notice, 1));
        run(notice);
        assertThat(messages(notice, "NOTICE_REMINDER")).isEqualTo(1);
    }

    @Test
    void aLaterCloseReachesTheTimerAndEveryCase() {
        var notice = signed();
        run(notice);
        var waiting = cases.apply(student());
        var other = cases.apply(student());
        var third = cases.apply(student());
        var later = Deadlines.endOf(
                LocalDate.ofInstant(notice.closesAt(), Deadlines.ZONE).plusDays(5));
        refused("closeNotLater", () -> notices.closeLater(notice.id(), notice.closesAt(), REGISTRAR));
        notices.closeLater(notice.id(), later, REGISTRAR);
        run(notice);
        for (var driven : List.of(waiting, other, third)) {
            assertThat(applications.byNumber(driven.number()).closesAt()).isEqualTo(later);
            assertThat(process.openSteps(driven.number()).get(0).due()).isEqualTo(later);
        }
        assertThat(batch(notice, BatchKind.MOVE).told()).isEqualTo(3);

        MovableClock.moveTo(notice.closesAt().plus(Duration.ofHours(1)));
        run(notice);
        waiting.uploadCode(College.Cases.newCode());
        assertThat(waits(notice, Step.DECIDE_UNFINISHED)).isFalse();
        close(notice);
        assertThat(waits(notice, Step.DECIDE_UNFINISHED)).isTrue();
        refused("noticeNotSigned", () -> notices.closeLater(notice.id(), later.plusSeconds(86400), REGISTRAR));
    }

    @Test
    void aLaterCloseThatNoProcessHearsIsRefused() {
        var notice = signed();
        var closes = notices.byId(notice.id()).closesAt();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key(notice))
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "lost"));
        refused("noticeNotRunning", () -> notices.closeLater(notice.id(), closes.plusSeconds(86400), REGISTRAR));
        assertThat(notices.byId(notice.id()).closesAt()).isEqualTo(closes);
    }

    @Test
    void theOfficeDecidesOnAllUnfinishedAtOnceAndTheNoticeIsArchived() {
        var notice = signed();
        run(notice);
        var late = IntStream.range(0, 5).mapToObj(i -> cases.apply(student())).toList();
        student();
        close(notice);
        refused("decisionNeeded", () -> complete(notice, Step.DECIDE_UNFINISHED, REGISTRAR, Map.of()));
        refused("noteNeeded", () -> complete(notice, Step.DECIDE_UNFINISHED, REGISTRAR, Map.of("decision", "CLOSE")));
        refused(
                "extensionInvalid",
                () -> complete(
                        notice,
                        Step.DECIDE_UNFINISHED,
                        REGISTRAR,
                        Map.of("decision", "EXTEND", "until", "2020-01-01")));
        // a colleague is at work on one of them
        var held = late.get(3);
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(held.number())
                .taskDefinitionKey("decideLateCase")
                .singleResult()
                .getId();
        tasks.claim(task, "colleague");
        complete(notice, Step.DECIDE_UNFINISHED, REGISTRAR, Map.of("decision", "CLOSE", "note", "已通知"));
        run(notice);
        assertThat(late.stream().filter(each -> state(each) == Application.State.ENDED))
                .hasSize(4);
        assertThat(state(held)).isEqualTo(Application.State.RUNNING);
        assertThat(waits(notice, Step.DECIDE_UNFINISHED)).as("one is left").isTrue();

        tasks.setAssignee(task, null);
        complete(notice, Step.DECIDE_UNFINISHED, REGISTRAR, Map.of("decision", "CLOSE", "note", "已通知"));
        run(notice);
        assertThat(applications.byNumber(held.number()).endReason()).isEqualTo(EndReason.CLOSED);
        assertThat(state(notice)).isEqualTo(Notice.State.ARCHIVED);
        assertThat(reports.of(notice.id()).orElseThrow()).satisfies(report -> {
            assertThat(report.addressed()).isEqualTo(6);
            assertThat(report.applied()).isEqualTo(5);
            assertThat(report.ended()).isEqualTo(5);
            assertThat(report.neverApplied()).isEqualTo(1);
        });
        assertThat(notices.nextRound(notice)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key(notice))
                        .count())
                .isZero();
    }

    @Test
    void aCaseThatAsksForMoreThanItsOwnLaterDeadlineIsLeftToADecisionOfItsOwn() {
        var notice = signed();
        run(notice);
        var late = cases.apply(student());
        var asker = cases.apply(student());
        var own = notice.closesAt().plus(Duration.ofDays(5));
        extensions.ask(asker.number(), "在外地实习");
        applications.extendTo(asker.number(), own);
        close(notice);
        complete(notice, Step.DECIDE_UNFINISHED, REGISTRAR, Map.of("decision", "CLOSE", "note", "已通知"));
        run(notice);
        assertThat(applications.byNumber(late.number()).endReason()).isEqualTo(EndReason.CLOSED);
        assertThat(state(asker)).isEqualTo(Application.State.RUNNING);
        assertThat(waits(notice, Step.DECIDE_UNFINISHED)).as("one is left").isTrue();

        var until = LocalDate.ofInstant(own, Deadlines.ZONE).plusDays(5);
        staff.complete(
                asker.number(),
                Step.DECIDE_LATE_CASE,
                REGISTRAR,
                Map.of("decision", "EXTEND", "until", until.toString()));
        complete(notice, Step.DECIDE_UNFINISHED, REGISTRAR, Map.of());
        run(notice);
        assertThat(state(notice)).isEqualTo(Notice.State.ARCHIVED);
        assertThat(state(asker)).isEqualTo(Application.State.RUNNING);
        assertThat(applications.byNumber(asker.number()).closesAt()).isEqualTo(Deadlines.endOf(until));
    }

    private void hireTeacherWithMail() {
        if (identity.createUserQuery().userId("teacher1").count() == 0) {
            identity.saveUser(identity.newUser("teacher1"));
        }
        for (var who : List.of("teacher1", REGISTRAR)) {
            var user = identity.createUserQuery().userId(who).singleResult();
            user.setEmail(who + "@college.example");
            identity.saveUser(user);
        }
    }

    private Batch batch(Notice notice, BatchKind kind) {
        return batches.of(notice.id()).stream()
                .filter(batch -> batch.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(Notice notice, int daysBefore) {
        return LocalDate.ofInstant(notice.closesAt(), Deadlines.ZONE)
                .minusDays(daysBefore)
                .atTime(9, 1)
                .atZone(Deadlines.ZONE)
                .toInstant();
    }

    /** Each morning up to then. */
    private void daysBefore(Notice notice, int days) {
        for (var morning = at(notice, 14);
                !morning.isAfter(at(notice, days));
                morning = morning.plus(Duration.ofDays(1))) {
            if (morning.isAfter(clock.instant())) {
                MovableClock.moveTo(morning);
                run(notice);
            }
        }
    }
}
