package io.github.gradphoto.notice;

import java.time.DateTimeException;
import java.time.LocalDate;

/** 居民身份证号码 by GB 11643: 6 digits area, 8 date of birth, 3 serial (odd for men), 1 check character. */
public final class ResidentId {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";

    private ResidentId() {}

    public static boolean isValid(String number) {
        if (number == null || !number.matches("[0-9]{17}[0-9X]")) {
            return false;
        }
        return isDate(number) && number.charAt(17) == checkCharacter(number);
    }

    /** @param seventeen at least the first 17 digits */
    public static char checkCharacter(String seventeen) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK.charAt(sum % 11);
    }

    private static boolean isDate(String number) {
        try {
            LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
