package io.github.gradphoto.application;

import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.AuditLog;
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
    private final Messages messages;
    private final AuditLog audit;

    Eligibility(Applications applications, Roster roster, Notices notices, Messages messages, AuditLog audit) {
        this.applications = applications;
        this.roster = roster;
        this.notices = notices;
        this.messages = messages;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Facts facts(String number) {
        var application = applications.byNumber(number);
        var student = roster.byId(application.studentId());
        return new Facts(
                student.cohort() == notices.byId(application.noticeId()).cohort(),
                student.admissionType(),
                student.recordStatus(),
                student.isPhotoRegistered());
    }

    public void record(String number, Verdict verdict, String reason) {
        var application = applications.lock(number);
        application.eligibility(verdict, reason, null);
        tellIfRefused(application);
    }

    /** The office decides a doubtful case. */
    public void decide(String number, boolean eligible, String note, String decidedBy) {
        var application = applications.lock(number);
        application.eligibility(eligible ? Verdict.ELIGIBLE : Verdict.REFUSED, application.eligibilityReason(), note);
        audit.record(decidedBy, eligible ? "eligibility-accepted" : "eligibility-refused", number, note);
        tellIfRefused(application);
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
