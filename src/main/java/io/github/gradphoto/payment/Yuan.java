package io.github.gradphoto.payment;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.OptionalInt;

/** Reads and writes amounts of money as people write them: 30, 30.00, ¥30, 1,200.50元. */
public final class Yuan {

    private static final int MOST = 1_000_000_00;

    private Yuan() {}

    /** @return cents, or empty where it is no amount above nought with at most two decimals */
    public static OptionalInt cents(String typed) {
        var plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s,¥元]|CNY|RMB", "");
        if (!plain.matches("\\d{1,7}(\\.\\d+)?")) {
            return OptionalInt.empty();
        }
        var cents = new BigDecimal(plain).movePointRight(2).stripTrailingZeros();
        boolean exact = cents.scale() <= 0 && cents.signum() > 0 && cents.compareTo(BigDecimal.valueOf(MOST)) <= 0;
        return exact ? OptionalInt.of(cents.intValueExact()) : OptionalInt.empty();
    }

    /** 30.00 */
    public static String text(int cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
