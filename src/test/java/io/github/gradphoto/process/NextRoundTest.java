package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.BURSAR;
import static io.github.gradphoto.process.College.DEAN;
import static io.github.gradphoto.process.College.OTHER_BURSAR;
import static io.github.gradphoto.process.College.REGISTRAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.campaign.Rounds;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.AudienceFigures;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.FeeTerms;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.NoticeDraft;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.payment.Arrival;
import io.github.gradphoto.payment.FeeOrder;
import io.github.gradphoto.payment.IncomingPayment;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.payment.Refunds;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** 补采: a later round carries the unfinished over, and nothing is asked or charged twice (N01). */
@TestPropertySource(properties = "gradphoto.decision-chunk=1")
class NextRoundTest extends NoticeTest {

    @Autowired
    private Payments payments;

    @Autowired
    private Refunds refunds;

    @Autowired
    private Roster roster;

    @Autowired
    private Rounds rounds;

    @Autowired
    private Clock clock;

    @Test
    void whoPaidIsCarriedOverWithCodeDetailsAndMoney() {
        var first = signed();
        run(first);
        var student = student();
        var earlier = paid(student, "ROUND-1-" + student.id());
        assertThat(orderOf(earlier).receivedCents()).isEqualTo(2000);
        var second = nextRound(first);
        assertThat(orderOf(earlier).state()).as("kept, not given back").isEqualTo(FeeOrder.State.PAID);
        assertThat(refunds.latest(earlier.number())).isEmpty();
        assertThat(invited(second)).contains(student.id());

        var driven = cases.apply(student, CollectionType.CENTRAL);
        waitsFor(driven, Step.UPLOAD_PHOTO);
        var application = applications.byNumber(driven.number());
        assertThat(application.noticeId()).isEqualTo(second.id());
        assertThat(application.detailsConfirmedAt()).isNotNull();
        assertThat(orderOf(driven).state()).isEqualTo(FeeOrder.State.PAID);
        assertThat(orderOf(driven).creditedCents()).isEqualTo(2000);
        assertThat(orderOf(earlier).state()).isEqualTo(FeeOrder.State.CREDITED);
        assertThat(jdbc.sql("select sum(amount_cents) from incoming_payment where application_id in (?, ?)")
                        .params(
                                application.id(),
                                applications.byNumber(earlier.number()).id())
                        .query(Long.class)
                        .single())
                .as("one charge in both rounds")
                .isEqualTo(2000);

        driven.uploadPhoto(College.portrait());
        waitsFor(driven, Step.REVIEW_PHOTO);
        driven.approvePhoto(College.REVIEWER);
        waitsFor(driven, Step.RELEASE_PHOTO);
        driven.release(REGISTRAR);
        waitsFor(driven, Step.ENTER_DELIVERY_RESULT);
    }

    @Test
    void aWithdrawalInTheNextRoundGivesTheMoneyBackOnce() {
        var first = signed();
        run(first);
        var student = student();
        var earlier = paid(student, "ROUND-W-" + student.id());
        nextRound(first);
        var driven = cases.apply(student, CollectionType.CENTRAL);
        driven.withdraw();
        waitsFor(driven, Step.APPROVE_REFUND);
        driven.approveRefund("同意", BURSAR).payOutRefund("R-1", OTHER_BURSAR);
        assertThat(orderOf(driven).state()).isEqualTo(FeeOrder.State.REFUNDED);
        assertThat(refunds.of(driven.number())).hasSize(1);
        assertThat(refunds.of(earlier.number())).isEmpty();
    }

    @Test
    void aLowerFeeGivesTheRestBackAndAHigherOneAsksForIt() {
        var first = signed();
        run(first);
        var cheaper = student();
        var dearer = student();
        var one = paid(cheaper, "ROUND-L-" + cheaper.id());
        paid(dearer, "ROUND-H-" + dearer.id());
        var second = nextRound(first, draft -> fee(draft, 1500));
        var driven = cases.apply(cheaper, CollectionType.CENTRAL);
        assertThat(orderOf(driven).state()).isEqualTo(FeeOrder.State.PAID);
        assertThat(refunds.of(driven.number()))
                .singleElement()
                .satisfies(refund -> assertThat(refund.amountCents()).isEqualTo(500));
        assertThat(orderOf(one).state()).isEqualTo(FeeOrder.State.CREDITED);

        jdbc.sql("update notice set fee_central_cents = 2500 where id = ?")
                .param(second.id())
                .update();
        var other = cases.apply(dearer, CollectionType.CENTRAL);
        waitsFor(other, Step.PAY);
        assertThat(orderOf(other).restCents()).isEqualTo(500);
    }

    @Test
    void moneyThatArrivesBetweenTheRoundsCountsInTheNext() {
        var first = signed();
        run(first);
        var student = student();
        var earlier = cases.apply(student, CollectionType.CENTRAL)
                .uploadCode("ROUND-M-" + student.id())
                .confirmDetails();
        close(first);
        decide(first, Map.of("decision", "NEXT_ROUND", "note", "转下一轮"));
        var today = LocalDate.ofInstant(first.closesAt(), Deadlines.ZONE).plusDays(1);
        MovableClock.moveTo(today.atTime(10, 0).atZone(Deadlines.ZONE).toInstant());
        assertThat(payments.arrived(
                        earlier.number(), new Arrival("BETWEEN-" + student.id(), 2000, today), null, "list"))
                .isEqualTo(IncomingPayment.State.HELD);
        sign(next(first));
        var driven = cases.apply(student, CollectionType.CENTRAL);
        waitsFor(driven, Step.UPLOAD_PHOTO);
        assertThat(payments.received(driven.number())).hasSize(1);
    }

    /** An outside system may know the old number alone. */
    @Test
    void moneyForTheOldCaseCountsInTheRoundThatTheStudentIsIn() {
        var first = signed();
        run(first);
        var student = student();
        var earlier = cases.apply(student, CollectionType.CENTRAL)
                .uploadCode("ROUND-O-" + student.id())
                .confirmDetails();
        nextRound(first);
        var driven = cases.apply(student, CollectionType.CENTRAL);
        waitsFor(driven, Step.PAY);
        var today = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
        assertThat(payments.arrived(earlier.number(), new Arrival("OLD-" + student.id(), 2000, today), null, "outside"))
                .isEqualTo(IncomingPayment.State.COUNTED);
        waitsFor(driven, Step.UPLOAD_PHOTO);
        assertThat(payments.received(driven.number())).hasSize(1);
        assertThat(payments.received(earlier.number())).isEmpty();

        assertThat(payments.arrived(
                        earlier.number(), new Arrival("OLD-2-" + student.id(), 2000, today), null, "outside"))
                .as("paid twice: the second goes back")
                .isEqualTo(IncomingPayment.State.DUPLICATE);
        assertThat(refunds.of(driven.number())).hasSize(1);
    }

    @Test
    void whoIsFinishedRegisteredOrStillAtWorkIsNotAskedAgain() {
        var first = signed();
        run(first);
        var idle = student();
        var registered = cases.enrol(row -> row.cohort(cohort).photoRegistered(true));
        var atWork = student();
        paid(atWork, "ROUND-A-" + atWork.id()).uploadPhoto(College.portrait());
        var leaver = student();
        cases.apply(leaver).withdraw();
        var second = nextRound(first);
        assertThat(roster.audienceOf(second)).extracting(Student::id).containsExactlyInAnyOrder(idle.id(), leaver.id());
        assertThat(invited(second)).containsExactlyInAnyOrder(idle.id(), leaver.id());
        assertThat(roster.figuresOf(first)).isEqualTo(new AudienceFigures(4, 1, 0, 0, 3));
        assertThat(roster.figuresOf(second)).isEqualTo(new AudienceFigures(2, 0, 0, 0, 2));
        refused("closed", () -> cases.apply(atWork));
        refused("alreadyRegistered", () -> cases.apply(registered));
        waitsFor(cases.apply(idle), Step.UPLOAD_CODE);
        // who enrols later is addressed as well: the audience is a rule, not a list
        assertThat(roster.audienceOf(second)).hasSize(2);
        student();
        assertThat(roster.audienceOf(second)).hasSize(3);
    }

    @Test
    void aChangedRowIsConfirmedAgainAndAnotherCodeStaysPossible() {
        var first = signed();
        run(first);
        var student = student();
        paid(student, "ROUND-C-" + student.id());
        nextRound(first);
        roster.correct(student.id(), Map.of(RosterField.MAJOR, "物流管理"));
        var driven = cases.apply(student, CollectionType.CENTRAL);
        waitsFor(driven, Step.CONFIRM_DETAILS);
        driven.confirmDetails();
        waitsFor(driven, Step.UPLOAD_PHOTO);
    }

    @Test
    void theSameCodeSentAgainInTheNextRoundIsTheStudentsOwn() {
        var first = signed();
        run(first);
        var student = student();
        var code = "ROUND-S-" + student.id();
        paid(student, code);
        nextRound(first);
        var driven = cases.applyWithCode(student, CollectionType.CENTRAL, code);
        waitsFor(driven, Step.UPLOAD_PHOTO);
        refusedCode(code);
    }

    @Test
    void withoutANextRoundWhatNobodyUsesGoesBackAtTheArchive() {
        var first = signed();
        run(first);
        var one = paid(student(), "ROUND-N1-" + cohort);
        var two = paid(student(), "ROUND-N2-" + cohort);
        var used = student();
        paid(used, "ROUND-N3-" + cohort);
        var second = nextRound(first);
        var driven = cases.apply(used, CollectionType.CENTRAL);
        close(second);
        complete(second, Step.DECIDE_UNFINISHED, REGISTRAR, Map.of("decision", "CLOSE", "note", "不再补采"));
        run(second);
        assertThat(state(second)).isEqualTo(Notice.State.ARCHIVED);
        for (var unused : List.of(one, two)) {
            assertThat(refunds.of(unused.number()))
                    .singleElement()
                    .satisfies(refund -> assertThat(refund.amountCents()).isEqualTo(2000));
            waitsFor(unused, Step.APPROVE_REFUND);
        }
        waitsFor(driven, Step.APPROVE_REFUND);
        assertThat(refunds.of(driven.number())).hasSize(1);
    }

    @Test
    void theOfficeOpensARoundFromTheArchiveAndNotTwice() {
        var first = signed();
        run(first);
        student();
        refused("noticeNotClosed", () -> rounds.open(first.id(), REGISTRAR));
        close(first);
        complete(first, Step.DECIDE_UNFINISHED, REGISTRAR, Map.of());
        run(first);
        assertThat(state(first)).isEqualTo(Notice.State.ARCHIVED);
        var second = rounds.open(first.id(), REGISTRAR);
        assertThat(second.round()).isEqualTo(2);
        assertThat(second.documentNumber()).isEqualTo(first.documentNumber());
        refused("nextRoundExists", () -> rounds.open(first.id(), REGISTRAR));
    }

    @Test
    void aCaseThatEndsBeforeItsFeeOpensGivesBackWhatTheEarlierRoundWasPaid() {
        var first = signed();
        run(first);
        var leaver = student();
        var refused = student();
        var declined = student();
        var earlier = List.of(
                paid(leaver, "ROUND-E1-" + cohort),
                paid(refused, "ROUND-E2-" + cohort),
                paid(declined, "ROUND-E3-" + cohort));
        nextRound(first);
        roster.correct(leaver.id(), Map.of(RosterField.MAJOR, "物流管理"));
        var left = cases.apply(leaver, CollectionType.CENTRAL);
        waitsFor(left, Step.CONFIRM_DETAILS);
        assertThat(payments.latest(left.number())).isEmpty();
        assertThat(refunds.of(earlier.get(0).number())).isEmpty();
        left.withdraw();

        roster.correct(refused.id(), Map.of(RosterField.RECORD_STATUS, "退学"));
        assertThat(state(cases.apply(refused, CollectionType.CENTRAL))).isEqualTo(Application.State.REFUSED);

        roster.correct(declined.id(), Map.of(RosterField.RECORD_STATUS, "休学"));
        var doubtful = cases.apply(declined, CollectionType.CENTRAL);
        waitsFor(doubtful, Step.DECIDE_ELIGIBILITY);
        assertThat(refunds.of(earlier.get(2).number())).isEmpty();
        doubtful.decideEligibility(false, "不在校", REGISTRAR);

        earlier.forEach(this::givesBackOnce);
        var case1 = earlier.get(0);
        case1.approveRefund("同意", BURSAR).payOutRefund("R-E1", OTHER_BURSAR);
        assertThat(orderOf(case1).state()).isEqualTo(FeeOrder.State.REFUNDED);
    }

    @Test
    void aRoundThatCostsNothingGivesBackWhatTheEarlierOneWasPaid() {
        var first = signed();
        run(first);
        var exempt = student();
        var earlier = paid(exempt, "ROUND-X-" + cohort);
        nextRound(first);
        jdbc.sql("update student set fee_exempt = true where id = ?")
                .param(exempt.id())
                .update();
        var driven = cases.apply(exempt, CollectionType.CENTRAL);
        waitsFor(driven, Step.UPLOAD_PHOTO);
        assertThat(payments.latest(driven.number())).isEmpty();
        givesBackOnce(earlier);
        driven.withdraw();
        givesBackOnce(earlier);
    }

    @Test
    void whoIsMovedOnTwiceBeforePayingAgainIsCreditedAllTheSame() {
        var first = signed();
        run(first);
        var student = student();
        var earlier = paid(student, "ROUND-3-" + student.id());
        var second = nextRound(first);
        roster.correct(student.id(), Map.of(RosterField.MAJOR, "物流管理"));
        var between = cases.apply(student, CollectionType.CENTRAL);
        waitsFor(between, Step.CONFIRM_DETAILS);
        nextRound(second);
        assertThat(refunds.of(earlier.number())).as("it still waits").isEmpty();

        var driven = cases.apply(student, CollectionType.CENTRAL);
        waitsFor(driven, Step.CONFIRM_DETAILS);
        driven.confirmDetails();
        waitsFor(driven, Step.UPLOAD_PHOTO);
        assertThat(orderOf(driven).state()).isEqualTo(FeeOrder.State.PAID);
        assertThat(orderOf(driven).creditedCents()).isEqualTo(2000);
        assertThat(orderOf(earlier).state()).isEqualTo(FeeOrder.State.CREDITED);
        assertThat(refunds.of(earlier.number())).isEmpty();
    }

    @Test
    void aNextRoundThatIsGivenUpGivesTheMoneyBackAndAnotherCanBeOpened() {
        var first = signed();
        run(first);
        var one = paid(student(), "ROUND-D1-" + cohort);
        var two = paid(student(), "ROUND-D2-" + cohort);
        close(first);
        decide(first, Map.of("decision", "NEXT_ROUND", "note", "转下一轮"));
        var draft = next(first);
        assertThat(refunds.of(one.number())).isEmpty();
        notices.discard(draft.id(), REGISTRAR);
        assertThat(notices.nextRound(notices.byId(first.id()))).isEmpty();
        run(first);
        assertThat(state(first)).isEqualTo(Notice.State.ARCHIVED);
        List.of(one, two).forEach(this::givesBackOnce);

        var another = rounds.open(first.id(), REGISTRAR);
        assertThat(another.round()).isEqualTo(2);
        assertThat(another.documentNumber()).isEqualTo(first.documentNumber());
        assertThat(next(first).id()).isEqualTo(another.id());
        assertThat(notices.byId(draft.id()).documentNumber())
                .startsWith(first.documentNumber())
                .isNotEqualTo(first.documentNumber());
    }

    @Test
    void aRoundThatWasOpenedBeforeTheDecisionKeepsTheMoney() {
        var first = signed();
        run(first);
        var earlier = paid(student(), "ROUND-O-" + cohort);
        close(first);
        staff.complete(
                earlier.number(), Step.DECIDE_LATE_CASE, REGISTRAR, Map.of("decision", "NEXT_ROUND", "note", "转下一轮"));
        var opened = rounds.open(first.id(), REGISTRAR);
        decide(first, Map.of());
        assertThat(state(first)).isEqualTo(Notice.State.ARCHIVED);
        assertThat(next(first).id()).isEqualTo(opened.id());
        assertThat(refunds.of(earlier.number())).isEmpty();
    }

    private void givesBackOnce(DrivenCase driven) {
        assertThat(refunds.of(driven.number()))
                .singleElement()
                .satisfies(refund -> assertThat(refund.amountCents()).isEqualTo(2000));
        waitsFor(driven, Step.APPROVE_REFUND);
    }

    private void refusedCode(String code) {
        var other = cases.apply(student(), CollectionType.CENTRAL);
        other.uploadCode(code);
        waitsFor(other, Step.UPLOAD_CODE);
    }

    private DrivenCase paid(Student student, String code) {
        return cases.apply(student, CollectionType.CENTRAL)
                .uploadCode(code)
                .confirmDetails()
                .payAtCounter()
                .confirmPayment(LocalDate.now(), BURSAR);
    }

    private FeeOrder orderOf(DrivenCase driven) {
        return payments.latest(driven.number()).orElseThrow();
    }

    private List<Long> invited(Notice notice) {
        return jdbc.sql("select student_id from outbox where notice_id = ? and kind = 'INVITATION'")
                .param(notice.id())
                .query(Long.class)
                .list();
    }

    private void decide(Notice notice, Map<String, String> fields) {
        complete(notice, Step.DECIDE_UNFINISHED, REGISTRAR, fields);
        run(notice);
    }

    private Notice next(Notice notice) {
        return notices.nextRound(notices.byId(notice.id())).orElseThrow();
    }

    private Notice nextRound(Notice first) {
        return nextRound(first, draft -> draft);
    }

    /** Closes, moves everybody on, and lets the dean sign the round that was drafted. */
    private Notice nextRound(Notice first, java.util.function.UnaryOperator<NoticeDraft> change) {
        close(first);
        boolean late = !process.openSteps(applications.ofNotice(first.id()).stream()
                        .map(each -> each.number())
                        .toList())
                .isEmpty();
        decide(first, Map.of("decision", late ? "NEXT_ROUND" : "", "note", "转下一轮", "nextRound", "true"));
        assertThat(state(first)).isEqualTo(Notice.State.ARCHIVED);
        var second = next(first);
        notices.change(second.id(), change.apply(second.asDraft()), REGISTRAR);
        sign(second);
        return notices.byId(second.id());
    }

    private void sign(Notice second) {
        notices.submit(second.id(), REGISTRAR);
        complete(second, Step.SIGN_NOTICE, DEAN, Map.of("decision", "SIGNED"));
        MovableClock.moveTo(second.opensAt().plusSeconds(60));
        run(second);
    }

    private static NoticeDraft fee(NoticeDraft draft, int central) {
        var fees = draft.fees();
        return new NoticeDraft(
                draft.documentNumber(),
                draft.round(),
                draft.title(),
                draft.schoolName(),
                draft.cohort(),
                draft.admissionType(),
                draft.opensAt(),
                draft.closesAt(),
                draft.contact(),
                draft.collectionTypes(),
                draft.backgrounds(),
                new FeeTerms(
                        fees.individualCents(),
                        central,
                        fees.reprintCents(),
                        fees.basis(),
                        fees.payee(),
                        fees.refundRule(),
                        fees.counterPlace(),
                        fees.transferAccount(),
                        fees.orderDays(),
                        fees.fourEyes()),
                draft.pickupPlace(),
                draft.attemptLimit(),
                draft.reviewWorkingDays(),
                draft.correctionDays(),
                draft.printWhen(),
                draft.prints());
    }
}
