package io.github.gradphoto.process.forms;

import static io.github.gradphoto.process.College.BURSAR;
import static io.github.gradphoto.process.College.DESK;
import static io.github.gradphoto.process.College.HEAD;
import static io.github.gradphoto.process.College.MAILROOM;
import static io.github.gradphoto.process.College.REGISTRAR;
import static io.github.gradphoto.process.College.REVIEWER;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.DetailField;
import io.github.gradphoto.application.EndApplication;
import io.github.gradphoto.application.Extensions;
import io.github.gradphoto.application.RosterCorrections;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.certificate.Certificate.PrintState;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.certificate.GraduationList.Graduation;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.prints.Carrier;
import io.github.gradphoto.prints.Reprints;
import io.github.gradphoto.process.College;
import io.github.gradphoto.registration.Comparison;
import io.github.gradphoto.registration.Reverification;
import io.github.gradphoto.review.RejectionReason;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.TaskService;
import org.springframework.boot.test.context.TestComponent;

/** Brings a new case to any step of staff, through the real use cases. */
@TestComponent
class StaffCases {

    private static final AtomicInteger SERIAL = new AtomicInteger(500_000);

    private final College.Cases cases;
    private final Applications applications;
    private final Extensions extensions;
    private final RosterCorrections corrections;
    private final Reprints reprints;
    private final EndApplication ends;
    private final GraduationList list;
    private final Roster roster;
    private final TaskService tasks;

    StaffCases(
            College.Cases cases,
            Applications applications,
            Extensions extensions,
            RosterCorrections corrections,
            Reprints reprints,
            EndApplication ends,
            GraduationList list,
            Roster roster,
            TaskService tasks) {
        this.cases = cases;
        this.applications = applications;
        this.extensions = extensions;
        this.corrections = corrections;
        this.reprints = reprints;
        this.ends = ends;
        this.list = list;
        this.roster = roster;
        this.tasks = tasks;
    }

    DrivenCase at(Step step) {
        return switch (step) {
            case DECIDE_ELIGIBILITY -> cases.apply(cases.enrol(row -> row.recordStatus("休学")));
            case REVIEW_ELIGIBILITY -> suspended(cases.paid(CollectionType.CENTRAL));
            case APPROVE_MANUAL_ENTRY -> cases.apply(cases.enrol()).askManualEntry("手机丢失");
            case RESOLVE_DISPUTE ->
                cases.withCode(CollectionType.CENTRAL)
                        .disputeDetails(List.of(DetailField.NAME, DetailField.ID_NUMBER), "名字写错了");
            case CONFIRM_PAYMENT ->
                cases.withCode(CollectionType.CENTRAL).confirmDetails().payByTransfer("20260601-77");
            case REVIEW_PHOTO -> cases.inReview(CollectionType.CENTRAL);
            case GIVE_SECOND_OPINION -> at(Step.REVIEW_PHOTO).askSecondOpinion("像本人吗", REVIEWER);
            case HELP_STUDENT -> rejectedThrice();
            case RELEASE_PHOTO -> at(Step.REVIEW_PHOTO).approvePhoto(REVIEWER);
            case ENTER_DELIVERY_RESULT -> at(Step.RELEASE_PHOTO).release(REGISTRAR);
            case ENTER_COMPARISON_RESULT -> at(Step.ENTER_DELIVERY_RESULT).enterDelivered(REGISTRAR);
            case DECIDE_REVERIFICATION ->
                at(Step.ENTER_COMPARISON_RESULT)
                        .enterComparison(Comparison.UNSURE, REGISTRAR)
                        .provideEvidence("身份证和户口簿");
            case ENTER_REVERIFICATION_RESULT ->
                at(Step.DECIDE_REVERIFICATION).decideReverification(Reverification.Decision.SUBMIT, "材料充分", HEAD);
            case PRINT_PHOTOS -> cases.registered(CollectionType.CENTRAL);
            case HAND_OVER_PRINTS -> at(Step.PRINT_PHOTOS).print(MAILROOM);
            case COLLECT_REPRINT_FEE -> reprint(at(Step.HAND_OVER_PRINTS).handOverPrints(MAILROOM));
            case POST_PARCEL -> cases.registered(CollectionType.INDIVIDUAL).print(MAILROOM);
            case CONFIRM_RECEIPT -> at(Step.POST_PARCEL).post(Carrier.SF, College.Cases.trackingNumber(), MAILROOM);
            case RESOLVE_PARCEL -> at(Step.CONFIRM_RECEIPT).denyReceipt("十天没有消息");
            case TAKE_IN_PRINT -> listed(at(Step.CONFIRM_RECEIPT));
            case PRINT_ON_THE_SPOT -> at(Step.TAKE_IN_PRINT).takeInPrint(PrintState.MISSING, DESK);
            case MAKE_CERTIFICATE -> at(Step.TAKE_IN_PRINT).takeInPrint(PrintState.AT_HAND, DESK);
            case HAND_OVER_CERTIFICATE -> at(Step.MAKE_CERTIFICATE).makeCertificate(DESK);
            case DECIDE_LATE_CASE -> asking(cases.paid(CollectionType.CENTRAL));
            case APPROVE_REFUND -> cancelled(cases.paid(CollectionType.CENTRAL));
            case PAY_OUT_REFUND -> at(Step.APPROVE_REFUND).approveRefund("同意", BURSAR);
            default -> throw new IllegalArgumentException("no step of staff: " + step);
        };
    }

    String taskOf(DrivenCase driven, Step step) {
        return tasks.createTaskQuery().processInstanceBusinessKey(driven.number()).list().stream()
                .filter(task ->
                        task.getTaskDefinitionKey().equalsIgnoreCase(step.name().replace("_", "")))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private DrivenCase rejectedThrice() {
        var driven = at(Step.REVIEW_PHOTO);
        for (int attempt = 1; attempt < 3; attempt++) {
            driven.rejectPhoto(REVIEWER, RejectionReason.BLURRED).uploadPhoto(College.anotherPortrait(attempt));
        }
        return driven.rejectPhoto(REVIEWER, RejectionReason.HEAD_TILTED);
    }

    private DrivenCase listed(DrivenCase driven) {
        var student = roster.byId(applications.byNumber(driven.number()).studentId());
        list.add(List.of(new GraduationList.Entry(
                student.studentNumber(),
                Graduation.GRADUATES,
                "510691202606%06d".formatted(SERIAL.incrementAndGet()))));
        return driven;
    }

    private DrivenCase asking(DrivenCase driven) {
        extensions.ask(driven.number(), "住院");
        return driven;
    }

    private DrivenCase suspended(DrivenCase driven) {
        corrections.correct(driven.number(), Map.of(RosterField.RECORD_STATUS, "休学"), "休学一年", REGISTRAR);
        return driven;
    }

    private DrivenCase reprint(DrivenCase driven) {
        reprints.ask(driven.number(), "照片丢失", "");
        return driven;
    }

    private DrivenCase cancelled(DrivenCase driven) {
        ends.cancel(driven.number(), "学生退学", REGISTRAR);
        return driven;
    }
}
