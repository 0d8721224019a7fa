package io.github.gradphoto.application;

import io.github.gradphoto.evidence.Evidence;
import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.evidence.EvidencePurpose;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.privacy.AuditLog;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the notice is for this student: asked of the decision table, and of the office where the table cannot say. */
@Service
@Transactional
public class Eligibility {

    /** Outcome of the decision table {@code eligibility}. */
    public enum Verdict {
        ELIGIBLE,
        REFUSED,
        DOUBTFUL
    }

    /** What the decision table looks at; null where the roster does not say. */
    public record Facts(boolean inAudience, String admissionType, String recordStatus, Boolean photoRegistered) {}

    private final Applications applications;
    private final Roster roster;
    private final Notices notices;
    private final EndApplication end;
    private final Messages messages;
    private final EvidenceFile evidence;
    private final AuditLog audit;
    private final Clock clock;

    Eligibility(
            Applications applications,
            Roster roster,
            Notices notices,
            EndApplication end,
            Messages messages,
            EvidenceFile evidence,
            AuditLog audit,
            Clock clock) {
        this.applications = applications;
        this.roster = roster;
        this.notices = notices;
        this.end = end;
        this.messages = messages;
        this.evidence = evidence;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Facts facts(String number) {
        var application = applications.byNumber(number);
        var student = roster.byId(application.studentId());
        return new Facts(
                isAddressed(notices.byId(application.noticeId()), student),
                student.admissionType(),
                student.recordStatus(),
                student.isPhotoRegistered());
    }

    private boolean isAddressed(Notice notice, Student student) {
        return student.cohort() == notice.cohort() && roster.isLeftFor(notice, student);
    }

    public void record(String number, Verdict verdict, String reason) {
        var application = applications.lock(number);
        application.eligibility(verdict, reason, null);
        tellIfRefused(application);
    }

    /** The office needs a document, such as 学籍证明, before it can decide. */
    public void askEvidence(String number, String what, String by) {
        var application = applications.lock(number);
        application.evidenceAsked(what);
        audit.record(by, "eligibility-evidence-asked", number, what);
        messages.send(
                MessageKind.ELIGIBILITY_EVIDENCE, number + "-" + clock.millis(), application.studentId(), number, what);
    }

    /** The student shows a document, asked or not. @param picture prepared */
    public void provide(String number, byte[] picture, String by) {
        var application = applications.lock(number);
        application.ensureRunning();
        evidence.add(application.id(), EvidencePurpose.ELIGIBILITY, null, picture, by);
    }

    @Transactional(readOnly = true)
    public List<Evidence> evidenceOf(String number) {
        return evidence.of(applications.byNumber(number).id(), EvidencePurpose.ELIGIBILITY);
    }

    /** The office decides a doubtful case. */
    public void decide(String number, boolean eligible, String note, String decidedBy) {
        var application = applications.lock(number);
        application.eligibility(eligible ? Verdict.ELIGIBLE : Verdict.REFUSED, application.eligibilityReason(), note);
        audit.record(decidedBy, eligible ? "eligibility-accepted" : "eligibility-refused", number, note);
        tellIfRefused(application);
    }

    /** The table was asked again while the case ran; what follows from it, staff decide. Can run twice. */
    public void recheck(String number, Verdict verdict, String reason) {
        applications.lock(number).recheckEligibility(verdict, reason);
    }

    /** The office decides whether a case goes on whose record was corrected. */
    public void review(String number, boolean kept, String note, String decidedBy) {
        if (kept) {
            applications.lock(number).eligibility(Verdict.ELIGIBLE, null, note);
            audit.record(decidedBy, "eligibility-kept", number, note);
        } else {
            end.close(number, EndReason.NOT_ELIGIBLE, note, decidedBy);
        }
    }

    private void tellIfRefused(Application application) {
        if (application.eligibility() == Verdict.REFUSED) {
            messages.send(
                    MessageKind.APPLICATION_REFUSED,
                    application.number(),
                    application.studentId(),
                    application.number(),
                    application.number());
        }
    }
}
