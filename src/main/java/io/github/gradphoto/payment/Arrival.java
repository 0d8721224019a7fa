package io.github.gradphoto.payment;

import io.github.gradphoto.refusal.Refusal;
import java.time.LocalDate;

/**
 * Money that arrived, as a bank or a counter writes it down.
 *
 * @param transaction 流水号 or number of the counter's slip: what one sum is known by, everywhere and for ever
 * @param valueDate   the day on which the money was there, in the college's time zone
 */
public record Arrival(String transaction, int cents, LocalDate valueDate) {

    /** Longest transaction number that our tables keep. */
    static final int LONGEST_TRANSACTION = 64;

    /** @throws Refusal transactionInvalid, amountInvalid, valueDateInvalid */
    public Arrival {
        transaction = transaction == null ? "" : transaction.strip();
        if (transaction.isEmpty() || transaction.length() > LONGEST_TRANSACTION) {
            throw Refusal.invalid("transactionInvalid", LONGEST_TRANSACTION);
        }
        if (cents <= 0) {
            throw Refusal.invalid("amountInvalid");
        }
        if (valueDate == null) {
            throw Refusal.invalid("valueDateInvalid");
        }
    }
}
