package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.BURSAR;
import static io.github.gradphoto.process.College.OTHER_BURSAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.payment.Arrival;
import io.github.gradphoto.payment.FeeOrder;
import io.github.gradphoto.payment.PaymentMethod;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.payment.Refund;
import io.github.gradphoto.payment.Refunds;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Fee, order, payment and refund (N11). */
class PaymentTest extends EngineTest {

    @Autowired
    private Payments payments;

    @Autowired
    private Refunds refunds;

    @BeforeEach
    void notice() {
        cases.publish(terms -> terms);
    }

    @Test
    void theFeeFollowsTheCollectionTypeAndTheBursaryConfirmsIt() {
        var driven = cases.withCode(CollectionType.CENTRAL).confirmDetails();
        assertThat(payments.latest(driven.number()).orElseThrow().amountCents()).isEqualTo(2000);
        driven.payByTransfer("农行 6228");
        waitsFor(driven, Step.CONFIRM_PAYMENT);
        driven.confirmPayment(LocalDate.now(), BURSAR);
        waitsFor(driven, Step.UPLOAD_PHOTO);
        assertThat(payments.latest(driven.number()).orElseThrow().state()).isEqualTo(FeeOrder.State.PAID);
    }

    @Test
    void whoIsExemptNeverSeesAFee() {
        var driven = cases.apply(cases.enrol(row -> row.feeExempt())).uploadCode(College.Cases.newCode());
        driven.confirmDetails();
        waitsFor(driven, Step.UPLOAD_PHOTO);
        assertThat(payments.latest(driven.number())).isEmpty();
    }

    @Test
    void moneyThatIsNotFoundIsAskedForAgain() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails().payByTransfer("无此流水");
        driven.findNoPayment("未查到该流水号", BURSAR);
        waitsFor(driven, Step.PAY);
    }

    @Test
    void moneyThatArrivesByItselfEndsTheBursarysTask() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails().payAtCounter();
        var money = new Arrival("PLATFORM-" + driven.number(), 3000, LocalDate.now());
        payments.arrived(driven.number(), money, null, "统一支付平台");
        waitsFor(driven, Step.UPLOAD_PHOTO);
        refused("transactionKnown", () -> payments.arrived(driven.number(), money, null, "统一支付平台"));
    }

    @Test
    void anUnpaidOrderIsRemindedOfExpiresAndIsOpenedAnew() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails();
        MovableClock.moveBy(Duration.ofDays(2).plusMinutes(1));
        runTimer(driven, "paymentReminderDue");
        var first = payments.latest(driven.number()).orElseThrow();
        MovableClock.moveBy(Duration.ofDays(5));
        runTimer(driven, "orderExpired");
        var second = payments.latest(driven.number()).orElseThrow();
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(second.isOpen()).isTrue();
        waitsFor(driven, Step.PAY);
        assertThat(isTimerSet(driven, "orderExpired")).as("it can expire again").isTrue();
    }

    @Test
    void whatIsNotOfferedOrNotTrueIsRefused() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails();
        refused("methodNotOffered", () -> payments.choose(driven.number(), PaymentMethod.WECHAT, null, null));
        refused("referenceNeeded", () -> payments.choose(driven.number(), PaymentMethod.TRANSFER, " ", null));
        driven.payAtCounter();
        refused("valueDateInvalid", () -> driven.confirmPayment(LocalDate.now().plusDays(2), BURSAR));
        waitsFor(driven, Step.CONFIRM_PAYMENT);
    }

    @Test
    void aWithdrawnStudentGetsTheMoneyBackWithFourEyes() {
        var driven = cases.paid(CollectionType.INDIVIDUAL).withdraw();
        waitsFor(driven, Step.APPROVE_REFUND);
        driven.approveRefund("符合退费规则", BURSAR);
        refused("secondPersonNeeded", () -> driven.payOutRefund("退-1", BURSAR));
        driven.payOutRefund("退-1", OTHER_BURSAR);
        assertThat(refunds.latest(driven.number()).orElseThrow().state()).isEqualTo(Refund.State.PAID);
        assertThat(ends(driven, "graduatePhoto")).contains("withdrawalAccepted", "applicationEnded");
    }

    @Test
    void aRefundCanBeDeclinedAndAnOfficeOfOnePersonSkipsTheSecond() {
        var declined = cases.paid(CollectionType.INDIVIDUAL).withdraw();
        declined.complete(Step.APPROVE_REFUND, BURSAR, Map.of("decision", "DECLINED", "note", "照片已制作"));
        assertThat(ends(declined, "photoRefund")).containsExactly("refundDeclined");

        cases.publish(terms -> terms.oneOffice());
        var alone = cases.paid(CollectionType.INDIVIDUAL).withdraw();
        waitsFor(alone, Step.PAY_OUT_REFUND);
        alone.payOutRefund("退-2", BURSAR);
        assertThat(ends(alone, "photoRefund")).containsExactly("refundPaid");
    }

    @Test
    void aRefundProcessWithoutMoneyEndsAtOnce() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL);
        runtime.createProcessInstanceByKey("photoRefund")
                .businessKey(driven.number())
                .setVariable("applicationNumber", driven.number())
                .execute();
        assertThat(ends(driven, "photoRefund")).containsExactly("nothingToRefund");
    }

    @Test
    void whoWithdrawsBeforePayingOwesNothing() {
        var driven = cases.withCode(CollectionType.INDIVIDUAL).confirmDetails().withdraw();
        waitsFor(driven);
        assertThat(payments.latest(driven.number()).orElseThrow().state()).isEqualTo(FeeOrder.State.CANCELLED);
        assertThat(ends(driven, "photoRefund")).isEmpty();
    }
}
