package io.github.gradphoto.certificate;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.registration.RegistryConfirmations;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the desk does, in its order. */
@Service
@Transactional
public class CertificateDesk {

    private static final int LONGEST_NAME = 40;
    private static final Duration IN_HAND_SOON = Duration.ofMinutes(1);

    private final CertificateRepository certificates;
    private final Applications applications;
    private final RegistryConfirmations confirmations;
    private final Prints prints;
    private final Notices notices;
    private final Messages messages;
    private final AuditLog audit;
    private final Clock clock;

    CertificateDesk(
            CertificateRepository certificates,
            Applications applications,
            RegistryConfirmations confirmations,
            Prints prints,
            Notices notices,
            Messages messages,
            AuditLog audit,
            Clock clock) {
        this.certificates = certificates;
        this.applications = applications;
        this.confirmations = confirmations;
        this.prints = prints;
        this.notices = notices;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes in the print and checks that it is the registered photo.
     *
     * @param confirmedAtRegistry the desk saw the student press 正确 at the registry, or pressed it together
     */
    public void takeInPrint(String number, Certificate.PrintState state, boolean confirmedAtRegistry, String by) {
        var application = applications.lock(number);
        if (confirmedAtRegistry) {
            confirmations.confirmAtDesk(number, by);
        }
        if (state == Certificate.PrintState.AT_HAND) {
            // A print that lies on the desk has been received, whether or not the student said so.
            prints.delivered(number);
        }
        record(application).printChecked(state, by, clock.instant());
        audit.record(by, "print-" + state, number, null);
    }

    public void printedOnTheSpot(String number, String by) {
        record(applications.lock(number)).printedOnTheSpot(by, clock.instant());
        audit.record(by, "printed-on-the-spot", number, null);
    }

    public void made(String number, String by) {
        var application = applications.lock(number);
        record(application).made(by, clock.instant());
        audit.record(by, "certificate-made", number, null);
        // Who stands at the desk takes it along: nobody is called to what they have in hand.
        messages.send(MessageKind.CERTIFICATE_READY, number, IN_HAND_SOON, application.studentId(), number);
    }

    /**
     * @param proxyName     who came with an authority letter (代领委托书); null when the student came
     * @param letterChecked the letter is signed, and names the student and who came
     * @param signedOn      the day on the register, where it was signed on paper and is keyed in afterwards; null for now
     * @throws Refusal identityNeeded, proxyNeeded, proxyNameDigits, letterNeeded, dayInvalid; dayTooEarly: before its notice
     */
    public void handOver(
            String number,
            Certificate.Receiver receiver,
            String proxyName,
            boolean identityChecked,
            boolean letterChecked,
            LocalDate signedOn,
            String by) {
        if (!identityChecked) {
            throw Refusal.invalid("identityNeeded");
        }
        if (receiver == Certificate.Receiver.PROXY && !letterChecked) {
            throw Refusal.invalid("letterNeeded");
        }
        var name = proxyName == null ? "" : proxyName.strip();
        if (receiver == Certificate.Receiver.PROXY) {
            Proxies.ensureNoNumber(name);
        }
        if (receiver == Certificate.Receiver.PROXY && (name.isEmpty() || name.length() > LONGEST_NAME)) {
            throw Refusal.invalid("proxyNeeded");
        }
        var application = applications.lock(number);
        var day = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
        if (signedOn != null && signedOn.isAfter(day)) {
            throw Refusal.invalid("dayInvalid");
        }
        var begin = notices.byId(application.noticeId()).signedAt();
        if (signedOn != null && begin != null && signedOn.isBefore(LocalDate.ofInstant(begin, Deadlines.ZONE))) {
            throw Refusal.invalid("dayTooEarly");
        }
        // Of an earlier day only the day is known.
        var at = signedOn == null || signedOn.equals(day)
                ? clock.instant()
                : signedOn.atTime(LocalTime.NOON).atZone(Deadlines.ZONE).toInstant();
        record(application).handedOver(receiver, receiver == Certificate.Receiver.PROXY ? name : null, by, at);
        messages.takeBack(MessageKind.CERTIFICATE_READY, number);
        audit.record(by, "certificate-handed-over", number, receiver.name());
        applications.collected(number);
    }

    @Transactional(readOnly = true)
    public Optional<Certificate> of(String number) {
        return certificates.findById(applications.byNumber(number).id());
    }

    private Certificate record(Application application) {
        return certificates
                .findById(application.id())
                .orElseGet(() -> certificates.save(new Certificate(application.id())));
    }
}
