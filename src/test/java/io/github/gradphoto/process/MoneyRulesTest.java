package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.BURSAR;
import static io.github.gradphoto.process.College.OTHER_BURSAR;
import static io.github.gradphoto.process.College.REGISTRAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.payment.Arrival;
import io.github.gradphoto.payment.FeeOrder;
import io.github.gradphoto.payment.IncomingPayment.State;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.payment.Refund;
import io.github.gradphoto.payment.Refunds;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Wrong amounts, late money, money paid twice or after the end: nothing is lost and nothing is kept that is not owed (N11). */
class MoneyRulesTest extends EngineTest {

    @Autowired
    private Payments payments;

    @Autowired
    private Refunds refunds;

    @Autowired
    private Messages messages;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    private Notice notice;

    @BeforeEach
    void notice() {
        notice = cases.publish(terms -> terms.oneOffice());
    }

    @Test
    void tooLittleLeavesTheOrderOpenWithTheRestNamed() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails().payAtCounter();
        driven.confirmPayment("¥20", today(), "A-" + driven.number(), BURSAR);
        waitsFor(driven, Step.PAY);
        assertThat(order(driven).restCents()).isEqualTo(1000);
        assertThat(told(driven)).contains("已收到 20.00 元，还差 10.00 元");
        driven.payAtCounter();
        refused("transactionKnown", () -> driven.confirmPayment("10", today(), "A-" + driven.number(), BURSAR));
        driven.confirmPayment("10.00", today(), "B-" + driven.number(), BURSAR);
        waitsFor(driven, Step.UPLOAD_PHOTO);
        assertThat(order(driven).state()).isEqualTo(FeeOrder.State.PAID);
        assertThat(refunds.of(driven.number())).isEmpty();
    }

    @Test
    void whatIsPaidInPartGoesBackWhenTheCaseEnds() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails().payAtCounter();
        driven.confirmPayment("20", today(), "P-" + driven.number(), BURSAR).withdraw();
        waitsFor(driven, Step.PAY_OUT_REFUND);
        assertThat(refunds.latest(driven.number()).orElseThrow().amountCents()).isEqualTo(2000);
    }

    @Test
    void tooMuchIsAcceptedAndTheSurplusGoesBack() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails().payAtCounter();
        driven.confirmPayment("35.5", today(), "S-" + driven.number(), BURSAR);
        waitsFor(driven, Step.UPLOAD_PHOTO, Step.PAY_OUT_REFUND);
        var refund = refunds.latest(driven.number()).orElseThrow();
        assertThat(refund.cause()).isEqualTo(Refund.Cause.SURPLUS);
        assertThat(refund.amountCents()).isEqualTo(550);
        driven.payOutRefund("退-S", BURSAR);
        waitsFor(driven, Step.UPLOAD_PHOTO);
        assertThat(order(driven).state()).as("the fee stays paid").isEqualTo(FeeOrder.State.PAID);
        assertThat(told(driven)).contains("有 5.50 元将退给您", "多缴", "已为您办理退费 5.50 元");
    }

    @Test
    void theSecondPaymentIsADuplicateAndGoesBackWithFourEyesWhereTheNoticeSaysSo() {
        cases.publish(terms -> terms);
        var driven = cases.paid(CollectionType.INDIVIDUAL);
        assertThat(arrives(driven, 3000, today())).isEqualTo(State.DUPLICATE);
        waitsFor(driven, Step.UPLOAD_PHOTO, Step.APPROVE_REFUND);
        driven.approveRefund("重复缴费", BURSAR);
        refused("secondPersonNeeded", () -> driven.payOutRefund("退-D", BURSAR));
        driven.payOutRefund("退-D", OTHER_BURSAR);
        assertThat(order(driven).state()).isEqualTo(FeeOrder.State.PAID);

        driven.withdraw();
        waitsFor(driven, Step.APPROVE_REFUND);
        assertThat(refunds.of(driven.number()))
                .extracting(Refund::cause)
                .containsExactly(Refund.Cause.ENDED, Refund.Cause.DUPLICATE);
    }

    @Test
    void aValueDateBeforeTheCloseCountsWheneverItIsRecorded() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails().payByTransfer("农行 1");
        MovableClock.moveTo(notice.closesAt().plus(Duration.ofDays(2)));
        driven.confirmPayment(lastDay(), BURSAR);
        waitsFor(driven, Step.UPLOAD_PHOTO);
    }

    @Test
    void laterMoneyWaitsForTheOfficeAndCountsWhenTheCaseIsExtended() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails().payByTransfer("农行 2");
        afterTheClose(driven);
        driven.confirmPayment(lastDay().plusDays(1), BURSAR);
        assertThat(order(driven).isOpen()).isTrue();
        assertThat(told(driven)).contains("在截止之后到账");
        decide(
                driven,
                Map.of("decision", "EXTEND", "until", lastDay().plusDays(9).toString()));
        waitsFor(driven, Step.UPLOAD_PHOTO);
        assertThat(order(driven).isPaid()).isTrue();
        assertThat(refunds.of(driven.number())).isEmpty();
    }

    @Test
    void laterMoneyGoesBackWhenTheCaseIsClosed() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails();
        afterTheClose(driven);
        assertThat(arrives(driven, 3000, lastDay().plusDays(1))).isEqualTo(State.HELD);
        decide(driven, Map.of("decision", "CLOSE", "note", "未联系上学生"));
        waitsFor(driven, Step.PAY_OUT_REFUND);
        assertThat(refunds.latest(driven.number()).orElseThrow().cause()).isEqualTo(Refund.Cause.LATE);
    }

    @Test
    void moneyLaterThanTheExtensionGoesBack() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails();
        afterTheClose(driven);
        MovableClock.moveBy(Duration.ofDays(5));
        transaction.executeWithoutResult(status ->
                applications.extendTo(driven.number(), Deadlines.endOf(lastDay().plusDays(3))));
        assertThat(arrives(driven, 3000, lastDay().plusDays(5))).isEqualTo(State.HELD);
        transaction.executeWithoutResult(status -> payments.deadlineMoved(driven.number()));
        assertThat(refunds.latest(driven.number()).orElseThrow().cause()).isEqualTo(Refund.Cause.LATE);
        assertThat(order(driven).isOpen()).isTrue();
    }

    @Test
    void moneyAfterAWithdrawalGoesBackByItself() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails().withdraw();
        waitsFor(driven);
        assertThat(arrives(driven, 3000, today())).isEqualTo(State.NOT_DUE);
        waitsFor(driven, Step.PAY_OUT_REFUND);
        driven.payOutRefund("退-W", BURSAR);
        assertThat(ends(driven, "photoRefund")).containsExactly("refundPaid");
        assertThat(refunds.latest(driven.number()).orElseThrow().state()).isEqualTo(Refund.State.PAID);
    }

    @Test
    void moneyBeforeTheOrderIsOpenIsKeptForIt() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL);
        assertThat(arrives(driven, 3000, today())).isEqualTo(State.HELD);
        driven.confirmDetails();
        waitsFor(driven, Step.UPLOAD_PHOTO);
        assertThat(order(driven).isPaid()).isTrue();
    }

    @Test
    void whoIsExemptGetsItBack() {
        var driven = cases.apply(cases.enrol(row -> row.feeExempt()));
        assertThat(arrives(driven, 3000, today())).isEqualTo(State.NOT_DUE);
    }

    @Test
    void aTransferThatComesWhileItsOrderExpiresIsStillKnown() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails().payByTransfer("农行 6228");
        MovableClock.moveBy(Duration.ofDays(7).plusMinutes(1));
        runTimer(driven, "orderExpired");
        waitsFor(driven, Step.CONFIRM_PAYMENT);
        assertThat(order(driven).number()).endsWith("-2");
        assertThat(order(driven).reference()).isEqualTo("农行 6228");
        driven.confirmPayment(today(), BURSAR);
        waitsFor(driven, Step.UPLOAD_PHOTO);
        assertThat(isTimerSet(driven, "orderExpired")).isFalse();
    }

    @Test
    void nonsenseIsRefused() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails().payAtCounter();
        for (var amount : new String[] {"", "0", "-3", "3.999", "三十", "1e9", "99999999"}) {
            refused("amountInvalid", () -> driven.confirmPayment(amount, today(), "N-1", BURSAR));
        }
        refused("transactionInvalid", () -> driven.confirmPayment("30", today(), " ", BURSAR));
        refused("transactionInvalid", () -> driven.confirmPayment("30", today(), "9".repeat(65), BURSAR));
        refused("valueDateInvalid", () -> driven.confirmPayment("30", today().plusDays(1), "N-1", BURSAR));
        waitsFor(driven, Step.CONFIRM_PAYMENT);
        assertThat(payments.received(driven.number())).isEmpty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
    }

    private LocalDate lastDay() {
        return LocalDate.ofInstant(notice.closesAt(), Deadlines.ZONE);
    }

    private State arrives(DrivenCase driven, int cents, LocalDate day) {
        return payments.arrived(driven.number(), new Arrival("L-" + driven.number(), cents, day), null, BURSAR);
    }

    private FeeOrder order(DrivenCase driven) {
        return payments.latest(driven.number()).orElseThrow();
    }

    private String told(DrivenCase driven) {
        return messages.of(driven.number()).stream()
                .map(message -> message.body())
                .toList()
                .toString();
    }

    private void afterTheClose(DrivenCase driven) {
        MovableClock.moveTo(notice.closesAt().plus(Duration.ofDays(1)));
        transaction.executeWithoutResult(status -> process.noticeClosed(driven.number()));
    }

    private void decide(DrivenCase driven, Map<String, String> fields) {
        driven.complete(Step.DECIDE_LATE_CASE, REGISTRAR, fields);
    }
}
