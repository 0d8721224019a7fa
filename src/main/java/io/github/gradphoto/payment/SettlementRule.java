package io.github.gradphoto.payment;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.payment.IncomingPayment.State;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What becomes of money that arrives for a case. Money whose value date is not after the case's deadline counts whenever it
 * is recorded; later money waits until the office has decided on the case.
 */
final class SettlementRule {

    private SettlementRule() {}

    /** @param order the newest of the case */
    static State of(Application application, boolean exempt, Optional<FeeOrder> order, int cents, LocalDate valueDate) {
        if (order.filter(FeeOrder::isSettled).isPresent()) {
            return State.DUPLICATE;
        }
        if (!application.isRunning() || application.endReason() != null || exempt) {
            return State.NOT_DUE;
        }
        if (order.isEmpty()) {
            return application.detailsConfirmedAt() == null ? State.HELD : State.NOT_DUE;
        }
        if (isLate(application, valueDate) || !order.get().isOpen()) {
            return State.HELD;
        }
        int rest = order.get().restCents();
        return cents == rest ? State.COUNTED : cents < rest ? State.SHORT : State.SURPLUS;
    }

    static boolean isLate(Application application, LocalDate valueDate) {
        return valueDate.isAfter(LocalDate.ofInstant(application.closesAt(), Deadlines.ZONE));
    }
}
