package io.github.gradphoto.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * 缴费凭证: what a student has paid, for whom, by which rule. It is no invoice and no fiscal bill.
 *
 * @param counted  cents that went into the fee
 * @param refunded whether the fee was paid back since
 */
public record Receipt(
        String school,
        String contact,
        String name,
        String studentNumber,
        String order,
        Tariff tariff,
        String standard,
        String basis,
        String payee,
        String refundRule,
        List<Sum> sums,
        String counted,
        boolean refunded,
        Instant madeAt) {

    /** One sum that came in. @param amount 30.00 */
    public record Sum(String transaction, LocalDate day, String amount) {}
}
