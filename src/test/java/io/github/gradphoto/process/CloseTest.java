package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.REGISTRAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.EndApplication;
import io.github.gradphoto.application.EndReason;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.review.RejectionReason;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The close, to the second, and what becomes of those who are late (N03, N23). */
@TestPropertySource(properties = "gradphoto.close-chunk=2")
class CloseTest extends EngineTest {

    @Autowired
    private Messages messages;

    @Autowired
    private EndApplication ends;

    @Autowired
    private StaffTaskDriver staff;

    private Notice notice;

    @BeforeEach
    void notice() {
        notice = cases.publish(terms -> terms);
    }

    @Test
    void theOfficeDecidesEachCaseWithoutAPhotoAndLeavesTheOthersAlone() {
        var extended = cases.withCode(CollectionType.CENTRAL);
        var closed = cases.paid(CollectionType.CENTRAL);
        var nextRound = cases.apply(cases.enrol());
        var withPhoto = cases.inReview(CollectionType.CENTRAL);
        closeNotice();

        waitsFor(extended, Step.CONFIRM_DETAILS, Step.DECIDE_LATE_CASE);
        waitsFor(withPhoto, Step.REVIEW_PHOTO);

        var until = LocalDate.ofInstant(notice.closesAt(), Deadlines.ZONE).plusDays(5);
        refused(
                "extensionInvalid",
                () -> decide(extended.number(), "EXTEND", LocalDate.now().minusDays(1)));
        decide(extended.number(), "EXTEND", until);
        extended.confirmDetails();
        waitsFor(extended, Step.PAY);
        assertThat(applications.byNumber(extended.number()).closesAt()).isEqualTo(Deadlines.endOf(until));

        decide(closed.number(), "CLOSE", null);
        waitsFor(closed, Step.APPROVE_REFUND);
        assertThat(applications.byNumber(closed.number()).endReason()).isEqualTo(EndReason.CLOSED);

        decide(nextRound.number(), "NEXT_ROUND", null);
        waitsFor(nextRound);
        assertThat(state(nextRound)).isEqualTo(Application.State.ENDED);
    }

    @Test
    void anExtensionThatRunsOutIsDecidedAgain() {
        var idle = cases.withCode(CollectionType.CENTRAL);
        var busy = cases.paid(CollectionType.CENTRAL);
        closeNotice();
        var until = LocalDate.ofInstant(notice.closesAt(), Deadlines.ZONE).plusDays(5);
        decide(idle.number(), "EXTEND", until);
        decide(busy.number(), "EXTEND", until);
        busy.uploadPhoto(College.portrait());
        waitsFor(idle, Step.CONFIRM_DETAILS);

        MovableClock.moveTo(Deadlines.endOf(until).plusSeconds(2));
        runTimer(idle, "extensionOver");
        runTimer(busy, "extensionOver");
        waitsFor(idle, Step.CONFIRM_DETAILS, Step.DECIDE_LATE_CASE);
        waitsFor(busy, Step.REVIEW_PHOTO);
        refused("closed", idle::confirmDetails);

        decide(idle.number(), "EXTEND", until.plusDays(3));
        idle.confirmDetails();
        waitsFor(idle, Step.PAY);
    }

    @Test
    void aPhotoInTimeStaysInTimeAndItsCorrectionHasDaysOfItsOwn() {
        var driven = cases.inReview(CollectionType.CENTRAL);
        closeNotice();
        driven.rejectPhoto(College.REVIEWER, RejectionReason.BLURRED);
        waitsFor(driven, Step.UPLOAD_PHOTO);
        driven.uploadPhoto(College.anotherPortrait());
        waitsFor(driven, Step.REVIEW_PHOTO);
    }

    @Test
    void aCorrectionThatDoesNotComeIsDecidedByTheOffice() {
        var idle = cases.inReview(CollectionType.CENTRAL);
        var busy = cases.inReview(CollectionType.CENTRAL);
        closeNotice();
        idle.rejectPhoto(College.REVIEWER, RejectionReason.BLURRED);
        busy.rejectPhoto(College.REVIEWER, RejectionReason.BLURRED);
        waitsFor(idle, Step.UPLOAD_PHOTO);
        var firstDays = applications.byNumber(idle.number()).closesAt();
        assertThat(firstDays).isAfter(notice.closesAt());

        MovableClock.moveBy(Duration.ofDays(1));
        busy.uploadPhoto(College.anotherPortrait());
        busy.rejectPhoto(College.REVIEWER, RejectionReason.BLURRED);
        MovableClock.moveTo(firstDays.plusSeconds(1));
        runTimer(idle, "extensionOver");
        runTimer(busy, "extensionOver");
        waitsFor(idle, Step.UPLOAD_PHOTO, Step.DECIDE_LATE_CASE);
        waitsFor(busy, Step.UPLOAD_PHOTO);
        refused("closed", () -> idle.uploadPhoto(College.portrait()));

        MovableClock.moveTo(applications.byNumber(busy.number()).closesAt().plusSeconds(1));
        runTimer(busy, "extensionOver");
        waitsFor(busy, Step.UPLOAD_PHOTO, Step.DECIDE_LATE_CASE);

        decide(idle.number(), "CLOSE", null);
        waitsFor(idle, Step.APPROVE_REFUND);
    }

    @Test
    void aCorrectionOfAPhotoThatWasLateInReviewBeforeTheCloseHasItsDaysToo() {
        var driven = cases.inReview(CollectionType.CENTRAL);
        MovableClock.moveTo(notice.closesAt().minus(Duration.ofHours(1)));
        driven.rejectPhoto(College.REVIEWER, RejectionReason.BLURRED);
        closeNotice();
        waitsFor(driven, Step.UPLOAD_PHOTO);
        MovableClock.moveTo(applications.byNumber(driven.number()).closesAt().plusSeconds(1));
        runTimer(driven, "extensionOver");
        waitsFor(driven, Step.UPLOAD_PHOTO, Step.DECIDE_LATE_CASE);
    }

    @Test
    void aCaseWithoutACodeIsSeenAndReminded() {
        var student = cases.enrol();
        var driven = cases.apply(student);
        waitsFor(driven, Step.UPLOAD_CODE);
        assertThat(process.openSteps(driven.number()).get(0).due()).isNotNull();
        MovableClock.moveBy(Duration.ofDays(3).plusMinutes(1));
        runTimer(driven, "reminderDue");
        assertThat(messages.of(driven.number()))
                .anyMatch(message -> message.subject().contains("还没有完成"));
    }

    @Test
    void whoWaitsTooLongIsReminded() {
        var driven = cases.withCode(CollectionType.CENTRAL);
        MovableClock.moveBy(Duration.ofDays(3).plusMinutes(1));
        runTimer(driven, "reminderDue");
        assertThat(isTimerSet(driven, "reminderDue")).as("again in three days").isTrue();
    }

    @Test
    void staffCanCancelWithAReason() {
        var driven = cases.withCode(CollectionType.CENTRAL);
        ends.cancel(driven.number(), "重复报名", REGISTRAR);
        waitsFor(driven);
        assertThat(state(driven)).isEqualTo(Application.State.ENDED);
        refused("applicationEnded", () -> ends.cancel(driven.number(), "重复报名", REGISTRAR));
    }

    private void closeNotice() {
        MovableClock.moveTo(notice.closesAt().plusSeconds(2));
        for (int i = 0; i < 20; i++) {
            management.createJobQuery().processDefinitionKey("collectionNotice").executable().list().stream()
                    .filter(job -> runtime.createProcessInstanceQuery()
                                    .processInstanceBusinessKey("notice-" + notice.id())
                                    .processInstanceId(job.getProcessInstanceId())
                                    .count()
                            > 0)
                    .forEach(job -> management.executeJob(job.getId()));
        }
        assertThat(process.isOpen("notice-" + notice.id(), Step.DECIDE_UNFINISHED))
                .as("everyone was told, and the office is asked")
                .isTrue();
    }

    private void decide(String number, String decision, LocalDate until) {
        staff.complete(
                number,
                Step.DECIDE_LATE_CASE,
                REGISTRAR,
                until == null
                        ? Map.of("decision", decision, "note", "已与学生联系")
                        : Map.of("decision", decision, "until", until.toString(), "note", "同意"));
    }
}
