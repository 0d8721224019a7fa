package io.github.gradphoto.identity;

import java.util.Locale;

/** What names and passwords of staff accounts may look like. */
public final class StaffRules {

    public static final int SHORTEST_PASSWORD = 10;

    private static final int LONGEST_PASSWORD = 100;

    private StaffRules() {}

    /** Letters, digits and hyphens: what the engine takes as an id, and what has no meaning in an address or a formula. */
    public static boolean isUsername(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9-]{1,31}");
    }

    /** Long rather than complicated (NIST SP 800-63B), and not the name itself or one character again and again. */
    public static boolean isPassword(String password, String username) {
        return password.length() >= SHORTEST_PASSWORD
                && password.length() <= LONGEST_PASSWORD
                && !password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))
                && password.chars().distinct().count() > 3;
    }
}
