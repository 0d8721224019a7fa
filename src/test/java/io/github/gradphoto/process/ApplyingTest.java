package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.REGISTRAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.DetailField;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.collectioncode.CollectionCodes;
import io.github.gradphoto.notice.CollectionType;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From the start form to the fee: eligibility (N02), code (N05–N07), details (N10). */
class ApplyingTest extends EngineTest {

    @Autowired
    private CollectionCodes codes;

    @BeforeEach
    void notice() {
        cases.publish(terms -> terms);
    }

    @Test
    void aPlainStudentIsAskedForTheCodeAtOnce() {
        var driven = cases.apply(cases.enrol());
        waitsFor(driven, Step.UPLOAD_CODE);
        driven.uploadCode(College.Cases.newCode());
        waitsFor(driven, Step.CONFIRM_DETAILS);
    }

    @Test
    void aStudentWhoLeftIsRefusedAndNeverPays() {
        var driven = cases.apply(cases.enrol(row -> row.recordStatus("退学")));
        assertThat(state(driven)).isEqualTo(Application.State.REFUSED);
        assertThat(ends(driven, "graduatePhoto")).containsExactly("applicationRefused");
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(driven.number())
                        .processDefinitionKey("photoPayment")
                        .count())
                .isZero();
    }

    @Test
    void thePlainCasesAreRefusedBeforeAnythingStarts() {
        refused("alreadyRegistered", () -> cases.apply(cases.enrol(row -> row.photoRegistered(true))));
        refused("otherCohort", () -> cases.apply(cases.enrol(row -> row.cohort(2019))));
        var student = cases.enrol();
        cases.apply(student);
        refused("alreadyApplied", () -> cases.apply(student));
    }

    @Test
    void theOfficeDecidesADoubtfulCase() {
        var accepted = cases.apply(cases.enrol(row -> row.admissionType(null)));
        waitsFor(accepted, Step.DECIDE_ELIGIBILITY);
        accepted.decideEligibility(true, "已核实", REGISTRAR);
        waitsFor(accepted, Step.UPLOAD_CODE);

        var declined = cases.apply(cases.enrol(row -> row.photoRegistered(null)));
        declined.decideEligibility(false, "学信网已有照片", REGISTRAR);
        assertThat(ends(declined, "graduatePhoto")).containsExactly("applicationDeclined");
        assertThat(state(declined)).isEqualTo(Application.State.REFUSED);
    }

    @Test
    void aCodeOfAnotherStudentOrAnotherKindIsRefusedWithItsReason() {
        var code = College.Cases.newCode();
        var first = cases.apply(cases.enrol()).uploadCode(code);
        waitsFor(first, Step.CONFIRM_DETAILS);

        var second = cases.apply(cases.enrol()).uploadCode(code);
        waitsFor(second, Step.UPLOAD_CODE);
        assertThat(codes.latest(second.number()).orElseThrow().refusal()).isEqualTo("USED");

        second.uploadCode("wxp://f2f0abc");
        assertThat(codes.latest(second.number()).orElseThrow().refusal()).isEqualTo("PAYMENT_CODE");
        second.uploadCode(College.Cases.newCode());
        waitsFor(second, Step.CONFIRM_DETAILS);
    }

    @Test
    void withoutACodeTheOfficeMayLetItGoOnButNothingIsReleasedUntilACodeIsThere() {
        var driven = cases.apply(cases.enrol()).askManualEntry("学信网账号无法找回");
        driven.decideManualEntry(false, "请先申诉找回", REGISTRAR);
        waitsFor(driven, Step.UPLOAD_CODE);
        driven.askManualEntry("已申诉，仍未找回");
        waitsFor(driven, Step.APPROVE_MANUAL_ENTRY);
        driven.decideManualEntry(true, "同意先行办理", REGISTRAR);
        driven.confirmDetails()
                .payAtCounter()
                .confirmPayment(LocalDate.now(), College.BURSAR)
                .uploadPhoto(College.portrait())
                .havePrintsPosted(College.ADDRESS)
                .approvePhoto(College.REVIEWER);
        waitsFor(driven, Step.SUPPLY_CODE);
        driven.uploadCode(College.Cases.newCode());
        waitsFor(driven, Step.RELEASE_PHOTO);
    }

    @Test
    void aDisputeIsAnsweredAndTheDetailsAreAskedAgain() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL);
        driven.disputeDetails(List.of(DetailField.NAME), "姓名中的点写错了");
        waitsFor(driven, Step.RESOLVE_DISPUTE);
        driven.resolveDispute(true, "已更正", REGISTRAR);
        waitsFor(driven, Step.CONFIRM_DETAILS);
        driven.confirmDetails();
        waitsFor(driven, Step.PAY);
    }

    @Test
    void aStepOutOfOrderChangesNothing() {
        var driven = cases.apply(cases.enrol());
        refused("stepNotOpen", driven::confirmDetails);
        refused("stepNotOpen", driven::payAtCounter);
        refused("stepNotOpen", () -> driven.uploadPhoto(College.portrait()));
        waitsFor(driven, Step.UPLOAD_CODE);
    }
}
