package io.github.gradphoto.application;

import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 申请延期: a student who cannot be done in time asks before the close, or gives the reason after it. The office decides
 * where it decides on late cases: one task, whoever began it.
 */
@Service
@Transactional
public class Extensions {

    private static final int LONGEST_REASON = 300;

    private final ExtensionRequestRepository requests;
    private final Applications applications;
    private final ApplicationProcess process;
    private final Messages messages;
    private final Clock clock;

    Extensions(
            ExtensionRequestRepository requests,
            Applications applications,
            ApplicationProcess process,
            Messages messages,
            Clock clock) {
        this.requests = requests;
        this.applications = applications;
        this.process = process;
        this.messages = messages;
        this.clock = clock;
    }

    /** @throws Refusal reasonNeeded, textTooLong, extensionNotNeeded, extensionAskedAlready */
    public void ask(String number, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reasonNeeded");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw Refusal.invalid("textTooLong", LONGEST_REASON);
        }
        var application = applications.lock(number);
        application.ensureRunning();
        if (open(number).isPresent()) {
            throw Refusal.conflict("extensionAskedAlready");
        }
        if (!isOfUse(number)) {
            throw Refusal.conflict("extensionNotNeeded");
        }
        requests.saveAndFlush(new ExtensionRequest(application.id(), reason.strip(), clock.instant()));
        if (!process.isOpen(number, Step.DECIDE_LATE_CASE)) {
            process.extensionAsked(number);
        }
    }

    /** Whether the student may ask now: before the photo, and no request is open. */
    @Transactional(readOnly = true)
    public boolean isPossible(String number) {
        return isOfUse(number) && open(number).isEmpty();
    }

    /** The office may be at work as well, on the code for instance: until the photo is in, the close threatens the case. */
    private boolean isOfUse(String number) {
        return process.openSteps(number).stream().map(OpenStep::step).anyMatch(Step::isBeforePhoto);
    }

    @Transactional(readOnly = true)
    public Optional<ExtensionRequest> latest(String number) {
        return requests.findFirstByApplicationIdOrderByIdDesc(
                applications.byNumber(number).id());
    }

    @Transactional(readOnly = true)
    public Optional<ExtensionRequest> open(String number) {
        return latest(number).filter(ExtensionRequest::isOpen);
    }

    /** Notes the answer. Who gets more time, or whose case ends, is told by what follows from that. */
    void answer(String number, LateCases.Decision decision, String note, String by) {
        open(number).ifPresent(request -> {
            request.answer(decision == LateCases.Decision.EXTEND, note, by, clock.instant());
            if (decision == LateCases.Decision.KEEP) {
                messages.send(
                        MessageKind.EXTENSION_REFUSED,
                        number + "-" + request.askedAt().toEpochMilli(),
                        applications.byNumber(number).studentId(),
                        number,
                        note);
            }
        });
    }
}
