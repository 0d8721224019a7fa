package io.github.gradphoto.process.access;

import io.github.gradphoto.identity.StaffAccounts;
import java.util.ArrayList;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Signs staff in with their account of the engine; their groups become authorities. */
@Component
class EngineSignIn implements AuthenticationProvider {

    private final StaffAccounts accounts;

    EngineSignIn(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var username = attempt.getName();
        var password = String.valueOf(attempt.getCredentials());
        if (!accounts.checkPassword(username, password)) {
            throw new BadCredentialsException("wrong name or password");
        }
        var authorities = new ArrayList<GrantedAuthority>();
        authorities.add(new SimpleGrantedAuthority("ROLE_STAFF"));
        accounts.groupsOf(username).forEach(group -> authorities.add(new SimpleGrantedAuthority(group.authority())));
        return UsernamePasswordAuthenticationToken.authenticated(username, null, authorities);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
