package io.github.gradphoto.payment;

/** What money tells the process engine. Every call joins the caller's transaction. */
public interface PaymentProcess {

    /** Money goes back for a reason of its own, whether its case goes on or has ended. */
    void refundAsked(String number, String classCode, long refundId);

    /** Money arrived that is nobody's so far. */
    void unmatched(long paymentId);
}
