package io.github.gradphoto.application;

import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How an application ends before its certificate: withdrawn, cancelled, or closed with its notice. */
@Service("applicationEnding") // the plain name belongs to the task of the diagram
@Transactional
public class EndApplication {

    private final Applications applications;
    private final ApplicationProcess process;
    private final Messages messages;
    private final AuditLog audit;
    private final Clock clock;

    EndApplication(
            Applications applications, ApplicationProcess process, Messages messages, AuditLog audit, Clock clock) {
        this.applications = applications;
        this.process = process;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The student steps back. The caller has made sure that nothing was released or printed yet.
     *
     * @throws Refusal applicationEnded
     */
    public void withdraw(String number) {
        endBy(number, EndReason.WITHDRAWN, "student", null);
        process.withdrawn(number);
    }

    /** Staff end it, with a reason. */
    public void cancel(String number, String reason, String by) {
        endBy(number, EndReason.CANCELLED, by, reason);
        process.withdrawn(number);
    }

    /** The roster says now that the registry has the photo: nobody is charged for another one. */
    void alreadyRegistered(String number, String note, String by) {
        endBy(number, EndReason.ALREADY_REGISTERED, by, note);
        process.withdrawn(number);
    }

    /** Staff decided after the close that this case ends with its round. */
    void close(String number, EndReason reason, String note, String by) {
        endBy(number, reason, by, note);
    }

    private void endBy(String number, EndReason reason, String by, String note) {
        applications.lock(number).end(reason, note, clock.instant());
        audit.record(by, "application-" + reason, number, note);
    }

    /** The process has ended it: from now on nothing can be done with it. Can run twice. */
    public void ended(String number) {
        var application = applications.lock(number);
        if (!application.isRunning()) {
            return;
        }
        application.ended();
        messages.send(MessageKind.APPLICATION_ENDED, number, application.studentId(), number, number);
    }
}
