package io.github.gradphoto.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;

/** Somebody whose 激活码 was right, and who has not proved a new address yet; kept in the session between the pages. */
record Activated(long studentId, long activationCodeId) implements Serializable {

    private static final String ATTRIBUTE = Activated.class.getName();

    void keep(HttpServletRequest request) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    static Activated kept(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? null : (Activated) session.getAttribute(ATTRIBUTE);
    }
}
