package io.github.gradphoto.payment;

import io.github.gradphoto.payment.IncomingPayment.State;
import java.time.LocalDate;

/**
 * One line of a 已缴费名单, as the preview shows it.
 *
 * @param line  as the spreadsheet counts
 * @param name  of the student whom the roster has under this number, or null
 * @param state what became of the money, or would become of it; null where the line has a fault
 * @param known whether the money was taken in already
 * @param fault or null
 */
public record PaidRow(
        int line,
        String studentNumber,
        String payer,
        String name,
        String transaction,
        Integer cents,
        LocalDate valueDate,
        State state,
        boolean known,
        Fault fault) {

    /** Why a line cannot be taken in. */
    public enum Fault {
        DIGITS_LOST,
        TRANSACTION_MISSING,
        TRANSACTION_TWICE,
        TRANSACTION_DIFFERS,
        AMOUNT,
        DATE
    }

    /** What the preview counts. */
    public enum Kind {
        MATCHED,
        WRONG_AMOUNT,
        GOES_BACK,
        HELD,
        UNMATCHED,
        KNOWN,
        BAD
    }

    public Kind kind() {
        if (fault != null) {
            return Kind.BAD;
        }
        if (known) {
            return Kind.KNOWN;
        }
        return switch (state) {
            case COUNTED -> Kind.MATCHED;
            case SHORT, SURPLUS -> Kind.WRONG_AMOUNT;
            case HELD -> Kind.HELD;
            case UNMATCHED -> Kind.UNMATCHED;
            default -> Kind.GOES_BACK;
        };
    }

    boolean isToTakeIn() {
        return fault == null && !known;
    }

    Arrival money() {
        return new Arrival(transaction, cents, valueDate);
    }
}
