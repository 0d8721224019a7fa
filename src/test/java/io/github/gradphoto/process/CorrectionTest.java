package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.BURSAR;
import static io.github.gradphoto.process.College.REGISTRAR;
import static io.github.gradphoto.process.College.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.DetailField;
import io.github.gradphoto.application.Details;
import io.github.gradphoto.application.Dispute;
import io.github.gradphoto.application.DisputeClaim;
import io.github.gradphoto.application.EndReason;
import io.github.gradphoto.application.RosterCorrections;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.payment.FeeOrder;
import io.github.gradphoto.payment.Payments;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A dispute is decided field by field; a corrected roster row reaches the case that runs (N10, N11). */
class CorrectionTest extends EngineTest {

    @Autowired
    private RosterCorrections corrections;

    @Autowired
    private Details details;

    @Autowired
    private Roster roster;

    @Autowired
    private Payments payments;

    @Autowired
    private Messages messages;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void notice() {
        cases.publish(terms -> terms.oneOffice());
    }

    @Test
    void theOfficeCorrectsOneDisputedFieldAndKeepsTheOther() {
        var driven = cases.withCode(CollectionType.CENTRAL);
        driven.disputeDetails(Map.of(DetailField.NAME, "阿依古丽·买买提", DetailField.ID_NUMBER, "510699199902290031"), null);
        waitsFor(driven, Step.RESOLVE_DISPUTE);
        assertThat(jdbc.queryForList("select claimed_enc from dispute_claim", String.class))
                .noneMatch(cipher -> cipher != null && cipher.contains("买买提"));

        refused("decisionNeeded", () -> resolve(driven, Map.of("decision_NAME", "CORRECT", "value_NAME", "x")));
        refused(
                "idNumberInvalid",
                () -> resolve(
                        driven,
                        Map.of(
                                "decision_NAME",
                                "KEEP",
                                "decision_ID_NUMBER",
                                "CORRECT",
                                "value_ID_NUMBER",
                                "510699199902290031")));
        var before = student(driven).idNumber();
        resolve(driven, Map.of("decision_NAME", "CORRECT", "value_NAME", "阿依古丽·买买提", "decision_ID_NUMBER", "KEEP"));
        waitsFor(driven, Step.CONFIRM_DETAILS);
        assertThat(student(driven).name()).isEqualTo("阿依古丽·买买提");
        assertThat(student(driven).idNumber()).isEqualTo(before);
        var dispute = details.latest(driven.number()).orElseThrow();
        assertThat(dispute.resolution()).isEqualTo(Dispute.Resolution.CORRECTED);
        assertThat(dispute.claims())
                .extracting(DisputeClaim::decision)
                .containsExactly(DisputeClaim.Decision.CORRECT, DisputeClaim.Decision.KEEP);
        assertThat(audits(driven)).contains("roster-corrected");
        driven.confirmDetails();
        waitsFor(driven, Step.PAY);
    }

    @Test
    void aClaimNeedsAValueOrAnExplanation() {
        var driven = cases.withCode(CollectionType.CENTRAL);
        refused("disputeEmpty", () -> driven.disputeDetails(Map.of(), "错了"));
        refused("textTooLong", () -> driven.disputeDetails(Map.of(DetailField.NAME, "长".repeat(101)), null));
        waitsFor(driven, Step.CONFIRM_DETAILS);
    }

    @Test
    void aCorrectedDetailIsConfirmedAgainBeforeTheRelease() {
        var driven = cases.inReview(CollectionType.CENTRAL);
        correct(driven, Map.of(RosterField.NAME, "王小䶮"));
        waitsFor(driven, Step.REVIEW_PHOTO, Step.RECONFIRM_DETAILS);
        correct(driven, Map.of(RosterField.ID_NUMBER, "510699200203150019"));
        waitsFor(driven, Step.REVIEW_PHOTO, Step.RECONFIRM_DETAILS);
        assertThat(told(driven)).contains("更正了您的名册信息：姓名", "身份信息录入有误");

        driven.approvePhoto(REVIEWER);
        refused("detailsUnconfirmed", () -> driven.release(REGISTRAR));
        details.confirmAgain(driven.number());
        waitsFor(driven, Step.RELEASE_PHOTO);
        driven.release(REGISTRAR);
        waitsFor(driven, Step.ENTER_DELIVERY_RESULT);

        correct(driven, Map.of(RosterField.MAJOR, "会计学"));
        waitsFor(driven, Step.ENTER_DELIVERY_RESULT);
    }

    @Test
    void beforeTheStudentConfirmedNothingIsAskedTwice() {
        var driven = cases.withCode(CollectionType.CENTRAL);
        correct(driven, Map.of(RosterField.NAME, "王晓明", RosterField.PHONE, "13900001234"));
        waitsFor(driven, Step.CONFIRM_DETAILS);
        assertThat(student(driven).phone()).isEqualTo("13900001234");
    }

    @Test
    void theClassOfTheCaseAndOfItsCardsFollows() {
        var driven = cases.inReview(CollectionType.CENTRAL);
        correct(driven, Map.of(RosterField.CLASS_CODE, "KZ2399", RosterField.CLASS_NAME, "会计扩招99班"));
        waitsFor(driven, Step.REVIEW_PHOTO);
        var task = tasks.createTaskQuery()
                .processInstanceBusinessKey(driven.number())
                .singleResult();
        assertThat(tasks.getVariableLocal(task.getId(), "classCode")).isEqualTo("KZ2399");
        assertThat(runtime.getVariable(task.getProcessInstanceId(), "classCode"))
                .isEqualTo("KZ2399");
    }

    @Test
    void aPhotoThatTheRegistryHasEndsTheCaseBeforeAnythingIsCharged() {
        var driven = cases.withCode(CollectionType.CENTRAL).confirmDetails().payAtCounter();
        correct(driven, Map.of(RosterField.PHOTO_REGISTERED, "YES"));
        waitsFor(driven);
        assertThat(state(driven)).isEqualTo(Application.State.ENDED);
        assertThat(applications.byNumber(driven.number()).endReason()).isEqualTo(EndReason.ALREADY_REGISTERED);
        assertThat(payments.latest(driven.number()).orElseThrow().state()).isEqualTo(FeeOrder.State.CANCELLED);

        var paid = cases.paid(CollectionType.CENTRAL);
        correct(paid, Map.of(RosterField.PHOTO_REGISTERED, "YES"));
        waitsFor(paid, Step.PAY_OUT_REFUND);
        paid.payOutRefund("退-R", BURSAR);
    }

    @Test
    void aCorrectedRecordIsCheckedAgainAndTheOfficeDecides() {
        var kept = cases.paid(CollectionType.CENTRAL);
        correct(kept, Map.of(RosterField.RECORD_STATUS, "保留学籍"));
        waitsFor(kept, Step.UPLOAD_PHOTO, Step.REVIEW_ELIGIBILITY);
        correct(kept, Map.of(RosterField.RECORD_STATUS, "休学"));
        waitsFor(kept, Step.UPLOAD_PHOTO, Step.REVIEW_ELIGIBILITY);
        kept.complete(Step.REVIEW_ELIGIBILITY, REGISTRAR, Map.of("decision", "ELIGIBLE"));
        waitsFor(kept, Step.UPLOAD_PHOTO);
        assertThat(audits(kept)).contains("eligibility-kept");
        correct(kept, Map.of(RosterField.RECORD_STATUS, "注册学籍"));
        waitsFor(kept, Step.UPLOAD_PHOTO);

        var lost = cases.paid(CollectionType.CENTRAL);
        correct(lost, Map.of(RosterField.RECORD_STATUS, "退学"));
        refused("noteNeeded", () -> lost.complete(Step.REVIEW_ELIGIBILITY, REGISTRAR, Map.of("decision", "REFUSED")));
        lost.complete(Step.REVIEW_ELIGIBILITY, REGISTRAR, Map.of("decision", "REFUSED", "note", "已退学"));
        assertThat(applications.byNumber(lost.number()).endReason()).isEqualTo(EndReason.NOT_ELIGIBLE);
        waitsFor(lost, Step.PAY_OUT_REFUND);
        assertThat(told(lost)).contains("已结束");
    }

    @Test
    void whileTheOfficeDecidesTheEligibilityACorrectionAsksNothingMore() {
        var driven = cases.apply(cases.enrol(row -> row.recordStatus("保留学籍")));
        waitsFor(driven, Step.DECIDE_ELIGIBILITY);
        correct(driven, Map.of(RosterField.RECORD_STATUS, "休学"));
        waitsFor(driven, Step.DECIDE_ELIGIBILITY);
    }

    @Test
    void nonsenseChangesNothing() {
        var driven = cases.withCode(CollectionType.CENTRAL);
        var other = cases.enrol();
        refused("nothingToCorrect", () -> correct(driven, Map.of()));
        refused("nothingToCorrect", () -> correct(driven, Map.of(RosterField.GENDER, "男")));
        refused("nameInvalid", () -> correct(driven, Map.of(RosterField.NAME, " ")));
        refused("nameInvalid", () -> correct(driven, Map.of(RosterField.NAME, "长".repeat(41))));
        refused("genderInvalid", () -> correct(driven, Map.of(RosterField.GENDER, "X")));
        refused("idNumberInvalid", () -> correct(driven, Map.of(RosterField.ID_NUMBER, "510699200203150018")));
        refused(
                "idNumberInvalid",
                () -> correct(driven, Map.of(RosterField.ID_TYPE, "护照", RosterField.ID_NUMBER, "1")));
        refused("emailInvalid", () -> correct(driven, Map.of(RosterField.EMAIL, "nobody")));
        refused("phoneInvalid", () -> correct(driven, Map.of(RosterField.PHONE, "12345")));
        refused("studentNumberInvalid", () -> correct(driven, Map.of(RosterField.STUDENT_NUMBER, "学号")));
        refused("studentNumberTaken", () -> correct(driven, Map.of(RosterField.STUDENT_NUMBER, other.studentNumber())));
        refused("valueInvalid", () -> correct(driven, Map.of(RosterField.CLASS_CODE, "")));
        refused("choiceNeeded", () -> correct(driven, Map.of(RosterField.PHOTO_REGISTERED, "MAYBE")));
        assertThat(audits(driven)).doesNotContain("roster-corrected");
    }

    private void correct(DrivenCase driven, Map<RosterField, String> wanted) {
        corrections.correct(driven.number(), wanted, "身份信息录入有误", REGISTRAR);
    }

    private void resolve(DrivenCase driven, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("note", "已核对证件");
        driven.complete(Step.RESOLVE_DISPUTE, REGISTRAR, all);
    }

    private Student student(DrivenCase driven) {
        return roster.byId(applications.byNumber(driven.number()).studentId());
    }

    private String audits(DrivenCase driven) {
        return jdbc.queryForList("select action from audit_entry where subject = ?", String.class, driven.number())
                .toString();
    }

    private String told(DrivenCase driven) {
        return messages.of(driven.number()).stream()
                .map(message -> message.body())
                .toList()
                .toString();
    }
}
