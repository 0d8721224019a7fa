package io.github.gradphoto.identity;

import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.AuditLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.rememberme.CookieTheftException;
import org.springframework.security.web.authentication.rememberme.InvalidCookieException;
import org.springframework.security.web.authentication.rememberme.PersistentTokenBasedRememberMeServices;
import org.springframework.stereotype.Component;

/**
 * 「这是我的手机，30天内免登录」, for students only. A token that was used before means that somebody copied the cookie:
 * then no phone of this student is remembered any more.
 */
@Component
class RememberMyPhone extends PersistentTokenBasedRememberMeServices {

    static final String COOKIE = "GRADPHOTO-PHONE";
    /** Of the checkbox. */
    static final String PARAMETER = "mine";

    private static final String ROLE = "ROLE_" + WebSecurity.STUDENT;

    private final RememberedPhones phones;
    private final Roster roster;
    private final AuditLog audit;

    RememberMyPhone(RememberedPhones phones, Roster roster, AuditLog audit) {
        super(UUID.randomUUID().toString(), number -> named(roster, number), phones);
        this.phones = phones;
        this.roster = roster;
        this.audit = audit;
        setCookieName(COOKIE);
        setParameter(PARAMETER);
        setTokenValiditySeconds((int) RememberedPhones.LIFE.toSeconds());
        setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
    }

    private static UserDetails named(Roster roster, String number) {
        return roster.byNumber(number)
                .map(student -> new User(number, "", AuthorityUtils.createAuthorityList(ROLE)))
                .orElseThrow(() -> new UsernameNotFoundException("no such student"));
    }

    @Override
    protected void onLoginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        if (who.getPrincipal() instanceof StudentUser) {
            super.onLoginSuccess(request, response, who);
        }
    }

    @Override
    protected UserDetails processAutoLoginCookie(
            String[] cookie, HttpServletRequest request, HttpServletResponse response) {
        try {
            return super.processAutoLoginCookie(cookie, request, response);
        } catch (CookieTheftException stolen) {
            audit.record("system", "phone-cookie-reused", "remembered-phone", null);
            throw new InvalidCookieException("The cookie was used before; all phones are forgotten.");
        }
    }

    @Override
    protected Authentication createSuccessfulAuthentication(HttpServletRequest request, UserDetails user) {
        var student = roster.byNumber(user.getUsername()).orElseThrow();
        return new RememberMeAuthenticationToken(
                getKey(), new StudentUser(student.id(), student.studentNumber()), user.getAuthorities());
    }

    /** Signing out concerns this phone; the others have a button of their own. */
    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        var cookie = extractRememberMeCookie(request);
        if (cookie != null && !cookie.isEmpty()) {
            try {
                phones.forgetSeries(decodeCookie(cookie)[0]);
            } catch (InvalidCookieException nonsense) {
                logger.debug("A cookie that nobody gave out is thrown away.");
            }
        }
        cancelCookie(request, response);
    }
}
