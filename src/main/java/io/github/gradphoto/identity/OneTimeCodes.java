package io.github.gradphoto.identity;

import io.github.gradphoto.privacy.Vault;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Draws the digits of one-time codes, and makes the hashes under which they are stored. */
@Component
class OneTimeCodes {

    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(Vault vault) {
        this.vault = vault;
    }

    String draw(int digits) {
        return random.ints(digits, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    /** @param kind of code, so that one never passes for another */
    String hash(String kind, long studentId, String code) {
        return vault.index(kind, studentId + ":" + code);
    }
}
