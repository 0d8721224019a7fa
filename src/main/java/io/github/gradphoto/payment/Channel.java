package io.github.gradphoto.payment;

/** The way that one sum came in: what the bursary compares its day with. */
public enum Channel {
    /** cash or card at the counter */
    COUNTER,
    /** a transfer that the bursary found on the account */
    TRANSFER,
    /** 已缴费名单 of the payment platform */
    LIST;

    static Channel of(PaymentMethod method) {
        return method == PaymentMethod.TRANSFER ? TRANSFER : COUNTER;
    }
}
