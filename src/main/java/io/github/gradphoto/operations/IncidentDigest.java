package io.github.gradphoto.operations;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.message.Messages;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells administrators that steps failed: one mail in a period with the counts, not one for each. It goes by the outbox like any
 * message, so it can fail as well; its own failure is never what it tells about, and nobody gets a second one while the first
 * is on its way. One that did not arrive for more than a period is replaced, or a dead mail server would silence all others.
 */
@Service
@Transactional
public class IncidentDigest {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final Instant FIRST_PERIOD =
            LocalDate.of(2020, 1, 1).atTime(MORNING).atZone(Deadlines.ZONE).toInstant();

    private final EngineState engine;
    private final Messages messages;
    private final StaffAccounts accounts;
    private final DigestSettings settings;
    private final DigestWords words;
    private final Clock clock;

    IncidentDigest(
            EngineState engine,
            Messages messages,
            StaffAccounts accounts,
            DigestSettings settings,
            DigestWords words,
            Clock clock) {
        this.engine = engine;
        this.messages = messages;
        this.accounts = accounts;
        this.settings = settings;
        this.words = words;
        this.clock = clock;
    }

    /** Can run as often as it likes: the outbox has one message for each period and address. */
    public void tellIfNeeded() {
        var failed = engine.failedSteps(messages.unsentDigests());
        if (failed.isEmpty()) {
            return;
        }
        var subject = words.subject(failed);
        var body = words.body(failed);
        recipients().forEach(address -> messages.sendDigest(period(), address, subject, body));
    }

    /** Whom it would reach; nobody where neither addresses are set nor an administrator's account has one. */
    @Transactional(readOnly = true)
    public Collection<String> recipients() {
        return settings.to().isEmpty() ? accounts.emailsOf(StaffGroup.ADMINISTRATOR) : settings.to();
    }

    /** At most one mail in so many hours. */
    public long hours() {
        return settings.every().toHours();
    }

    private long period() {
        return (clock.instant().getEpochSecond() - FIRST_PERIOD.getEpochSecond())
                / settings.every().toSeconds();
    }
}
