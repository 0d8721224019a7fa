package io.github.gradphoto.identity;

import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way in for a student whose mail address is stale: staff check by telephone who calls and read out an 激活码; the
 * student enters it, and then a new address, which counts once a code sent to it came back.
 */
@Service
@Transactional
public class Activation {

    private static final String ACTIVATION = "activation-code";
    private static final String CONTACT = "contact-code";
    private static final int LONGEST_NOTE = 200;
    private static final int MOST_MAILS = 5;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[A-Za-z]{2,20}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    private final Roster roster;
    private final ActivationCodeRepository codes;
    private final ContactChangeRepository changes;
    private final OneTimeCodes digits;
    private final Messages messages;
    private final AuditLog audit;
    private final Clock clock;

    Activation(
            Roster roster,
            ActivationCodeRepository codes,
            ContactChangeRepository changes,
            OneTimeCodes digits,
            Messages messages,
            AuditLog audit,
            Clock clock) {
        this.roster = roster;
        this.codes = codes;
        this.changes = changes;
        this.digits = digits;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param code to be read out; nobody can see it again */
    public record Issued(String code, Instant expiresAt) {

        /** 1234 5678, as one reads it out. */
        public String spaced() {
            return code.substring(0, 4) + " " + code.substring(4);
        }
    }

    /**
     * @param checked whether staff called the student, or were called, and know who it is
     * @param note    how they know
     * @throws Refusal telephoneCheckNeeded, noteNeeded, textTooLong, noStudent
     */
    public Issued issue(long studentId, boolean checked, String note, String issuedBy) {
        if (!checked) {
            throw Refusal.invalid("telephoneCheckNeeded");
        }
        if (note == null || note.isBlank()) {
            throw Refusal.invalid("noteNeeded");
        }
        if (note.strip().length() > LONGEST_NOTE) {
            throw Refusal.invalid("textTooLong", LONGEST_NOTE);
        }
        var student = roster.byId(studentId);
        var code = digits.draw(8);
        var hash = digits.hash(ACTIVATION, student.id(), code);
        var row = codes.save(new ActivationCode(student.id(), hash, note.strip(), issuedBy, clock.instant()));
        audit.record(issuedBy, "activation-issued", subject(student.id()), "activation " + row.id());
        return new Issued(code, row.expiresAt());
    }

    /** @return what the code opens, or empty for a wrong, used or old one and for a student who does not exist */
    Optional<Activated> enter(SignInHint hint, String code) {
        return roster.identify(hint.studentNumber(), hint.idLastSix())
                .flatMap(student -> codes.findFirstByStudentIdOrderByIdDesc(student.id()))
                .filter(row -> row.accept(digits.hash(ACTIVATION, row.studentId(), code), clock.instant()))
                .map(row -> {
                    audit.record(subject(row.studentId()), "activation-used", subject(row.studentId()), null);
                    return new Activated(row.studentId(), row.id());
                });
    }

    /**
     * Sends a code to the new address.
     *
     * @param phone blank to keep the number that the student has
     * @throws Refusal emailInvalid, phoneInvalid, tooManyCodes
     */
    void propose(Activated who, String email, String phone) {
        if (!EMAIL.matcher(email.strip()).matches()) {
            throw Refusal.invalid("emailInvalid");
        }
        if (!phone.isBlank() && !MOBILE.matcher(phone.strip()).matches()) {
            throw Refusal.invalid("phoneInvalid");
        }
        if (changes.countByActivationCodeId(who.activationCodeId()) >= MOST_MAILS) {
            throw Refusal.tooMany("tooManyCodes");
        }
        var code = digits.draw(6);
        var row = changes.save(new ContactChange(
                who.studentId(),
                who.activationCodeId(),
                email.strip(),
                phone.isBlank() ? null : phone.strip(),
                digits.hash(CONTACT, who.studentId(), code),
                clock.instant()));
        messages.sendTo(row.email(), MessageKind.CONTACT_CODE, row.id().toString(), who.studentId(), code);
    }

    /** The code from the new address came back: the address counts, and the student is in. */
    Optional<StudentUser> confirm(Activated who, String code) {
        if (changes.existsByActivationCodeIdAndUsedAtIsNotNull(who.activationCodeId())) {
            return Optional.empty();
        }
        return changes.findFirstByActivationCodeIdOrderByIdDesc(who.activationCodeId())
                .filter(row -> row.accept(digits.hash(CONTACT, who.studentId(), code), clock.instant()))
                .map(row -> {
                    var student = roster.byId(who.studentId());
                    roster.updateContact(
                            student.id(), row.email(), row.phone() == null ? student.phone() : row.phone());
                    audit.record(subject(student.id()), "contact-changed", subject(student.id()), null);
                    return new StudentUser(student.id(), student.studentNumber());
                });
    }

    private static String subject(long studentId) {
        return "student-" + studentId;
    }
}
