package io.github.gradphoto.payment;

/** How a student pays. Ways that are not offered are refused by the application, not hidden alone. */
public enum PaymentMethod {
    COUNTER,
    TRANSFER,
    /** Offered once its adapter exists. */
    WECHAT;

    public boolean isOffered() {
        return this != WECHAT;
    }
}
