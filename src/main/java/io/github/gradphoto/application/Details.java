package io.github.gradphoto.application;

import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.evidence.EvidencePurpose;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
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
    private static final int LONGEST_CLAIM = 100;

    private final Applications applications;
    private final DisputeRepository disputes;
    private final Roster roster;
    private final RosterCorrections corrections;
    private final KnownDetails known;
    private final EvidenceFile evidence;
    private final Messages messages;
    private final ApplicationProcess process;
    private final AuditLog audit;
    private final Clock clock;

    Details(
            Applications applications,
            DisputeRepository disputes,
            Roster roster,
            RosterCorrections corrections,
            KnownDetails known,
            EvidenceFile evidence,
            Messages messages,
            ApplicationProcess process,
            AuditLog audit,
            Clock clock) {
        this.applications = applications;
        this.disputes = disputes;
        this.roster = roster;
        this.corrections = corrections;
        this.known = known;
        this.evidence = evidence;
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
        application.detailsConfirmed(known.indexOf(application.studentId()), clock.instant());
        process.detailsAnswered(number, true);
    }

    /** 补采: answers for the student where the case asks for what an earlier round has settled. */
    public void confirmIfKnown(String number) {
        known.confirmIfKnown(applications.lock(number));
    }

    /** The corrected details are right. It does not depend on the close: the office asked for it. */
    public void confirmAgain(String number) {
        var application = applications.lock(number);
        application.ensureRunning();
        application.detailsConfirmed(known.indexOf(application.studentId()), clock.instant());
        process.detailsReconfirmed(number);
    }

    /**
     * 信息有误.
     *
     * @param claims   what would be right, by field; a value may be null where the explanation says it
     * @param pictures prepared evidence, by field
     * @throws Refusal disputeEmpty, textTooLong, stepNotOpen, closed, evidenceFull
     */
    public void dispute(
            String number, Map<DetailField, String> claims, String explanation, Map<DetailField, byte[]> pictures) {
        var application = applications.lockForStudent(number);
        boolean explained = explanation != null && !explanation.isBlank();
        if (claims.isEmpty() || !explained && claims.values().stream().anyMatch(Objects::isNull)) {
            throw Refusal.invalid("disputeEmpty");
        }
        if (explained && explanation.length() > LONGEST) {
            throw Refusal.invalid("textTooLong", LONGEST);
        }
        if (claims.values().stream().anyMatch(claim -> claim != null && claim.length() > LONGEST_CLAIM)) {
            throw Refusal.invalid("textTooLong", LONGEST_CLAIM);
        }
        disputes.saveAndFlush(
                new Dispute(application.id(), claims, explained ? explanation.strip() : "", clock.instant()));
        var student = roster.byId(application.studentId()).studentNumber();
        pictures.forEach((field, picture) ->
                evidence.add(application.id(), EvidencePurpose.DISPUTE, field.name(), picture, student));
        process.detailsAnswered(number, false);
    }

    /**
     * The office's answer to the newest dispute, field by field: what is right is corrected in the roster at once.
     *
     * @param corrected right values, by those fields in which the student is right
     * @throws Refusal noDispute, decisionNeeded, or what is wrong with a value
     */
    public void resolve(String number, Map<DetailField, String> corrected, String answer, String decidedBy) {
        var application = applications.lock(number);
        var dispute = latest(number).filter(Dispute::isOpen).orElseThrow(() -> Refusal.conflict("noDispute"));
        if (!dispute.fields().containsAll(corrected.keySet())) {
            throw Refusal.invalid("decisionNeeded");
        }
        dispute.resolve(corrected.keySet(), answer, decidedBy, clock.instant());
        var wanted = new EnumMap<RosterField, String>(RosterField.class);
        corrected.forEach((field, value) -> wanted.put(field.inRoster(), value));
        corrections.apply(application, wanted, answer, decidedBy);
        audit.record(decidedBy, "dispute-" + dispute.resolution(), number, answer);
        messages.send(
                MessageKind.DISPUTE_ANSWERED, number + "-" + dispute.id(), application.studentId(), number, answer);
    }

    @Transactional(readOnly = true)
    public Optional<Dispute> latest(String number) {
        return disputes.findFirstByApplicationIdOrderByIdDesc(
                applications.byNumber(number).id());
    }
}
