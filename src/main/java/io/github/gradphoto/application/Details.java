package io.github.gradphoto.application;

import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 信息核对: the student confirms what the roster says, or says which fields are wrong. */
@Service
@Transactional
public class Details {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[A-Za-z]{2,20}");
    /** Numbering plan of the mainland's mobile numbers. */
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    private static final int LONGEST = 500;

    private final Applications applications;
    private final DisputeRepository disputes;
    private final Roster roster;
    private final Messages messages;
    private final ApplicationProcess process;
    private final AuditLog audit;
    private final Clock clock;

    Details(
            Applications applications,
            DisputeRepository disputes,
            Roster roster,
            Messages messages,
            ApplicationProcess process,
            AuditLog audit,
            Clock clock) {
        this.applications = applications;
        this.disputes = disputes;
        this.roster = roster;
        this.messages = messages;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /** 无误. @throws Refusal emailInvalid, phoneInvalid, stepNotOpen, closed */
    public void confirm(String number, String email, String phone) {
        var application = applications.lockForStudent(number);
        if (email == null || !EMAIL.matcher(email.strip()).matches()) {
            throw Refusal.invalid("emailInvalid");
        }
        if (phone == null || !MOBILE.matcher(phone.strip()).matches()) {
            throw Refusal.invalid("phoneInvalid");
        }
        roster.updateContact(application.studentId(), email.strip(), phone.strip());
        application.detailsConfirmed(clock.instant());
        process.detailsAnswered(number, true);
    }

    /** 信息有误. @throws Refusal disputeEmpty, textTooLong, stepNotOpen, closed */
    public void dispute(String number, List<DetailField> fields, String explanation) {
        var application = applications.lockForStudent(number);
        if (fields.isEmpty() || explanation == null || explanation.isBlank()) {
            throw Refusal.invalid("disputeEmpty");
        }
        if (explanation.length() > LONGEST) {
            throw Refusal.invalid("textTooLong", LONGEST);
        }
        disputes.saveAndFlush(new Dispute(application.id(), fields, explanation.strip(), clock.instant()));
        process.detailsAnswered(number, false);
    }

    /** The office's answer to the newest dispute. */
    public void resolve(String number, Dispute.Resolution resolution, String answer, String decidedBy) {
        var application = applications.lock(number);
        var dispute = latest(number).filter(Dispute::isOpen).orElseThrow(() -> Refusal.conflict("noDispute"));
        dispute.resolve(resolution, answer, decidedBy, clock.instant());
        audit.record(decidedBy, "dispute-" + resolution, number, answer);
        messages.send(
                MessageKind.DISPUTE_ANSWERED, number + "-" + dispute.id(), application.studentId(), number, answer);
    }

    @Transactional(readOnly = true)
    public Optional<Dispute> latest(String number) {
        return disputes.findFirstByApplicationIdOrderByIdDesc(
                applications.byNumber(number).id());
    }
}
