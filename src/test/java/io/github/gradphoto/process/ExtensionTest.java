package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.REGISTRAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.ExtensionRequest;
import io.github.gradphoto.application.Extensions;
import io.github.gradphoto.application.LateCases;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.message.MessageView;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** 申请延期 by the student, before and after the close (N03). */
class ExtensionTest extends EngineTest {

    @Autowired
    private Extensions extensions;

    @Autowired
    private LateCases late;

    @Autowired
    private Messages messages;

    @Autowired
    private TransactionTemplate transaction;

    private Notice notice;

    @BeforeEach
    void notice() {
        notice = cases.publish(terms -> terms);
    }

    @Test
    void grantedBeforeTheCloseTheStudentHasUntilTheNewDayAndIsAskedAboutAgainThen() {
        var driven = asked();
        waitsFor(driven, Step.CONFIRM_DETAILS, Step.DECIDE_LATE_CASE);
        refused("extensionAskedAlready", () -> extensions.ask(driven.number(), "再问一次"));

        var until = lastDay().plusDays(5);
        decide(driven, Map.of("decision", "EXTEND", "until", until.toString()));
        assertThat(request(driven).state()).isEqualTo(ExtensionRequest.State.GRANTED);
        assertThat(told(driven)).contains("截止时间已延长");

        MovableClock.moveTo(notice.closesAt().plusSeconds(1));
        driven.confirmDetails();
        waitsFor(driven, Step.PAY);
        MovableClock.moveTo(Deadlines.endOf(until).plusSeconds(2));
        runTimer(driven, "extensionOver");
        waitsFor(driven, Step.PAY, Step.DECIDE_LATE_CASE);
    }

    @Test
    void refusedBeforeTheCloseTheDayStaysAndTheCaseGoesOn() {
        var driven = asked();
        refused("noteNeeded", () -> decide(driven, Map.of("decision", "KEEP")));
        refused("notClosedYet", () -> decide(driven, Map.of("decision", "CLOSE", "note", "不同意")));
        decide(driven, Map.of("decision", "KEEP", "note", "还有两周，来得及"));

        waitsFor(driven, Step.CONFIRM_DETAILS);
        assertThat(applications.byNumber(driven.number()).closesAt()).isEqualTo(notice.closesAt());
        assertThat(request(driven).answer()).isEqualTo("还有两周，来得及");
        assertThat(told(driven)).contains("延期申请的答复");

        extensions.ask(driven.number(), "住院了");
        waitsFor(driven, Step.CONFIRM_DETAILS, Step.DECIDE_LATE_CASE);
    }

    @Test
    void aRequestStillOpenAtTheCloseIsTheSameTaskAndTheDayCannotJustStay() {
        var driven = asked();
        MovableClock.moveTo(notice.closesAt().plusSeconds(1));
        transaction.executeWithoutResult(status -> late.tell(notice.id(), ""));
        waitsFor(driven, Step.CONFIRM_DETAILS, Step.DECIDE_LATE_CASE);
        refused("keepNotPossible", () -> decide(driven, Map.of("decision", "KEEP", "note", "不同意")));
        decide(driven, Map.of("decision", "CLOSE", "note", "学生放弃"));
        assertThat(state(driven)).isEqualTo(Application.State.ENDED);
        assertThat(request(driven).state()).isEqualTo(ExtensionRequest.State.REFUSED);
    }

    @Test
    void afterTheCloseTheReasonJoinsTheTaskThatWaits() {
        var driven = cases.withCode(CollectionType.CENTRAL);
        MovableClock.moveTo(notice.closesAt().plusSeconds(1));
        transaction.executeWithoutResult(status -> late.tell(notice.id(), ""));
        waitsFor(driven, Step.CONFIRM_DETAILS, Step.DECIDE_LATE_CASE);
        extensions.ask(driven.number(), "手机丢了");
        waitsFor(driven, Step.CONFIRM_DETAILS, Step.DECIDE_LATE_CASE);
    }

    @Test
    void whoHasSentThePhotoNeedsNoMoreTime() {
        var driven = cases.inReview(CollectionType.CENTRAL);
        refused("extensionNotNeeded", () -> extensions.ask(driven.number(), "出差"));
        refused("reasonNeeded", () -> extensions.ask(driven.number(), " "));
        refused("textTooLong", () -> extensions.ask(driven.number(), "长".repeat(301)));
        assertThat(extensions.latest(driven.number())).isEmpty();
    }

    private DrivenCase asked() {
        var driven = cases.withCode(CollectionType.CENTRAL);
        extensions.ask(driven.number(), "在外地实习，月底才能拍照");
        return driven;
    }

    private LocalDate lastDay() {
        return LocalDate.ofInstant(notice.closesAt(), Deadlines.ZONE);
    }

    private ExtensionRequest request(DrivenCase driven) {
        return extensions.latest(driven.number()).orElseThrow();
    }

    private List<String> told(DrivenCase driven) {
        return messages.of(driven.number()).stream().map(MessageView::subject).toList();
    }

    private static void decide(DrivenCase driven, Map<String, String> fields) {
        driven.complete(Step.DECIDE_LATE_CASE, REGISTRAR, fields);
    }
}
