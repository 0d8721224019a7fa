package io.github.gradphoto.payment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One sum of a day, in or out.
 *
 * @param kind          way in, or that it is money going back
 * @param cents         always above nought; what goes out is told by its kind
 * @param transaction   number of the sum that came, reference of one that went
 * @param state         of a sum that came, as a suffix of {@code office.money.state.*}; null of one that went
 * @param studentNumber null where nobody's
 * @param notice        document number; null where nobody's
 */
public record DaySum(
        Kind kind,
        int cents,
        String transaction,
        LocalDate valueDate,
        Instant recordedAt,
        String recordedBy,
        String state,
        String studentNumber,
        String notice) {

    /** What the day is summed up by. */
    public enum Kind {
        COUNTER,
        TRANSFER,
        LIST,
        REFUND,
        /** nobody's money that was sent back */
        RETURN;

        public boolean isOut() {
            return this == REFUND || this == RETURN;
        }
    }
}
