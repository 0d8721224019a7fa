package io.github.gradphoto.identity;

import io.github.gradphoto.notice.Roster;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/** {@code ?lang=en} or {@code ?lang=zh}, remembered in a cookie; a student's mails follow the choice. */
class LanguageSwitch implements HandlerInterceptor {

    private final Roster roster;

    LanguageSwitch(Roster roster) {
        this.roster = roster;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var chosen = request.getParameter("lang");
        if (chosen != null && LanguageConfiguration.isSpoken(chosen)) {
            RequestContextUtils.getLocaleResolver(request).setLocale(request, response, Locale.forLanguageTag(chosen));
            if (request.getUserPrincipal() instanceof Authentication who
                    && who.getPrincipal() instanceof StudentUser student) {
                roster.updateLanguage(student.studentId(), chosen);
            }
        }
        return true;
    }
}
