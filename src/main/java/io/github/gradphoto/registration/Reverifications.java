package io.github.gradphoto.registration;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Settles a comparison that did not pass. */
@Service
@Transactional
public class Reverifications {

    private static final int LONGEST = 500;

    private final ReverificationRepository reverifications;
    private final Registrations registrations;
    private final EvidenceList evidence;
    private final Applications applications;
    private final ApplicationProcess process;
    private final Messages messages;
    private final AuditLog audit;
    private final Clock clock;

    Reverifications(
            ReverificationRepository reverifications,
            Registrations registrations,
            EvidenceList evidence,
            Applications applications,
            ApplicationProcess process,
            Messages messages,
            AuditLog audit,
            Clock clock) {
        this.reverifications = reverifications;
        this.registrations = registrations;
        this.evidence = evidence;
        this.applications = applications;
        this.process = process;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The student hands in the pictures of the evidence list, with a remark or what else they brought to the office.
     *
     * @throws Refusal evidenceNeeded, textTooLong, stepNotOpen
     */
    public void provide(String number, String remark) {
        var text = remark == null || remark.isBlank() ? null : remark.strip();
        if (text == null && evidence.isEmpty(number)) {
            throw Refusal.invalid("evidenceNeeded");
        }
        if (text != null && text.length() > LONGEST) {
            throw Refusal.invalid("textTooLong", LONGEST);
        }
        applications.lock(number).ensureRunning();
        reverifications.saveAndFlush(
                new Reverification(registrations.current(number).id(), text, clock.instant()));
        process.evidenceProvided(number);
    }

    /** @return how the registration ended, or empty while it goes on */
    public Optional<Registrations.Outcome> decide(
            String number, Reverification.Decision decision, String note, String by) {
        var application = applications.lock(number);
        var open = latest(number).orElseThrow(() -> Refusal.conflict("registrationState"));
        open.decide(decision, note, by, clock.instant());
        audit.record(by, "reverification-" + decision, number, note);
        if (decision == Reverification.Decision.MORE_EVIDENCE) {
            messages.send(MessageKind.EVIDENCE_NEEDED, number + "-" + clock.millis(), application.studentId(), number);
        }
        return decision == Reverification.Decision.NEW_PHOTO
                ? Optional.of(registrations.newPhoto(application, note))
                : Optional.empty();
    }

    /** What the registry answered to the evidence. */
    public Registrations.Outcome answered(String number, boolean passed, String note, String by) {
        var application = applications.lock(number);
        audit.record(by, passed ? "reverification-passed" : "reverification-failed", number, note);
        return passed ? registrations.registered(application) : registrations.failed(application, note);
    }

    @Transactional(readOnly = true)
    public Optional<Reverification> latest(String number) {
        return registrations
                .latest(number)
                .flatMap(r -> reverifications.findFirstByRegistrationIdOrderByIdDesc(r.id()));
    }
}
