package io.github.gradphoto.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Who a student says to be, before a code proves it; kept in the session between the two pages of the sign-in, and
 * nowhere else. Blanks count for nothing, wide digits as digits and x
 * as X, because that is how people type.
 *
 * @param studentNumber a student number, 考生号 or ID number
 */
record SignInHint(String studentNumber, String idLastSix) implements Serializable {

    private static final String ATTRIBUTE = SignInHint.class.getName();
    private static final int LONGEST = 30;

    SignInHint {
        studentNumber = tidy(studentNumber);
        idLastSix = tidy(idLastSix).toUpperCase(Locale.ROOT);
    }

    private static String tidy(String typed) {
        var text = typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    /** The digits of a code, however they were typed. */
    static String digits(String typed) {
        return tidy(typed).replaceAll("\\D", "");
    }

    boolean isComplete() {
        return !studentNumber.isEmpty() && idLastSix.length() == 6;
    }

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    /** What the request names, or what its session kept; null if neither. */
    static SignInHint of(HttpServletRequest request) {
        var named = request.getParameter("studentNumber");
        return named == null ? kept(request) : new SignInHint(named, request.getParameter("idLastSix"));
    }

    static SignInHint kept(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : (SignInHint) session.getAttribute(ATTRIBUTE);
    }
}
