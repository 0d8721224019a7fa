package io.github.gradphoto.payment;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes 缴费凭证 for fees that are paid. */
@Service
@Transactional(readOnly = true)
class Receipts {

    private final Payments payments;
    private final Applications applications;
    private final Notices notices;
    private final Roster roster;
    private final Clock clock;

    Receipts(Payments payments, Applications applications, Notices notices, Roster roster, Clock clock) {
        this.payments = payments;
        this.applications = applications;
        this.notices = notices;
        this.roster = roster;
        this.clock = clock;
    }

    /** Empty as long as the fee is not paid. */
    Optional<Receipt> of(String number) {
        return payments.latest(number).filter(FeeOrder::isSettled).map(order -> receipt(number, order));
    }

    private Receipt receipt(String number, FeeOrder order) {
        var application = applications.byNumber(number);
        var notice = notices.byId(application.noticeId());
        var student = roster.byId(application.studentId());
        var sums = payments.received(number).stream()
                .filter(money -> money.state().isCounted())
                .map(money ->
                        new Receipt.Sum(money.transactionNumber(), money.valueDate(), Yuan.text(money.amountCents())))
                .toList();
        return new Receipt(
                notice.schoolName(),
                notice.contact(),
                student.name(),
                student.studentNumber(),
                order.number(),
                order.tariff(),
                Yuan.text(order.amountCents()),
                notice.fees().basis(),
                notice.fees().payee(),
                notice.fees().refundRule(),
                sums,
                Yuan.text(order.receivedCents()),
                order.state() == FeeOrder.State.REFUNDED,
                clock.instant());
    }
}
