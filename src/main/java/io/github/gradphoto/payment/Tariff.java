package io.github.gradphoto.payment;

import io.github.gradphoto.notice.FeeTerms;

/** Which amount of the notice applies; the decision table {@code fee} picks it. */
public enum Tariff {
    EXEMPT,
    INDIVIDUAL,
    CENTRAL,
    REPRINT;

    int cents(FeeTerms fees) {
        return switch (this) {
            case EXEMPT -> 0;
            case INDIVIDUAL -> fees.individualCents();
            case CENTRAL -> fees.centralCents();
            case REPRINT -> fees.reprintCents();
        };
    }
}
