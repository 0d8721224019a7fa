package io.github.gradphoto.demo;

import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** One mail in the demo's mailbox. */
record DemoMail(long id, String key, String recipient, String subject, String body, ZonedDateTime sentAt) {

    private static final Pattern SIX_DIGITS = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    /** The one-time code, if that is what the mail brings. */
    public Optional<String> signInCode() {
        return key.startsWith(DemoMailbox.SIGN_IN_CODES) || key.startsWith(DemoMailbox.CONTACT_CODES)
                ? SIX_DIGITS.matcher(body).results().map(found -> found.group()).findFirst()
                : Optional.empty();
    }
}
