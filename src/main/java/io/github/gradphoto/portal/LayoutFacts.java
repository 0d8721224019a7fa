package io.github.gradphoto.portal;

import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * What the frame around every page shows: the contact of the notice (N24), and whether this is the demo. A bean of the
 * templates, because pages of errors have no model of ours.
 */
@Component("layout")
class LayoutFacts {

    private final Notices notices;
    private final boolean demo;

    LayoutFacts(Notices notices, Environment environment) {
        this.notices = notices;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    public Contact contact() {
        return current().map(Contact::of).orElse(null);
    }

    /** The error page has to work without a database. */
    private Optional<Notice> current() {
        try {
            return notices.current();
        } catch (DataAccessException | CannotCreateTransactionException noDatabase) {
            return Optional.empty();
        }
    }

    public boolean demo() {
        return demo;
    }

    /** @param call the first telephone number of {@code text} as a {@code tel:} link, or null */
    record Contact(String school, String text, String call) {

        static Contact of(Notice notice) {
            var number = notice.contact() == null ? "" : notice.contact().replaceFirst("^\\D*", "");
            var digits = number.replaceFirst("[^0-9-].*$", "");
            return new Contact(notice.schoolName(), notice.contact(), digits.isEmpty() ? null : "tel:" + digits);
        }
    }
}
