package io.github.gradphoto.collectioncode;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.CarriedOver;
import io.github.gradphoto.application.Details;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.picture.PictureDecoder;
import io.github.gradphoto.picture.PictureLine;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.privacy.Vault;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The step 采集码 of an application. */
@Service
@Transactional
public class CollectionCodes implements CarriedOver {

    /** What the process does next. */
    public enum Verdict {
        NONE,
        ACCEPTED,
        REFUSED,
        MANUAL
    }

    /** Where the student's code stands. {@code refusal} is a suffix of {@code code.refusal.*}, or null. */
    public record Status(boolean accepted, boolean manual, String manualReason, String refusal) {}

    private static final int LONGEST_REASON = 300;

    private final CollectionCodeRepository codes;
    private final Applications applications;
    private final ApplicationProcess process;
    private final Details details;
    private final Messages messages;
    private final AuditLog audit;
    private final PictureLine line;
    private final PictureDecoder decoder;
    private final Vault vault;
    private final Clock clock;
    private final CodeReader reader = new CodeReader();

    CollectionCodes(
            CollectionCodeRepository codes,
            Applications applications,
            ApplicationProcess process,
            Details details,
            Messages messages,
            AuditLog audit,
            PictureLine line,
            PictureDecoder decoder,
            Vault vault,
            Clock clock) {
        this.codes = codes;
        this.applications = applications;
        this.process = process;
        this.details = details;
        this.messages = messages;
        this.audit = audit;
        this.line = line;
        this.decoder = decoder;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Reads the code out of a picture, before any transaction, because it takes a while.
     *
     * @throws Refusal codeUnreadable; busy when too many pictures are being worked on
     * @throws io.github.gradphoto.picture.PictureRefusedException when it is no picture
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public String read(byte[] picture) {
        return line.work(() -> reader.read(decoder.decode(picture).image()))
                .orElseThrow(() -> Refusal.invalid("codeUnreadable"));
    }

    /**
     * Keeps a code that came with the start form; the process checks it as soon as it starts. A good one is bound here,
     * before the engine works in the same transaction: where two students send one code at the same moment, the database
     * lets one of them through, and the other's transaction is lost.
     *
     * @throws Refusal codeTaken somebody else bound it at this moment
     */
    public void attach(Application application, String payload) {
        var now = clock.instant();
        var code = codes.saveAndFlush(
                CollectionCode.ofPayload(application.id(), payload, vault.index("collection-code", payload), now));
        if (CodeKind.of(payload) == CodeKind.COLLECTION_CODE
                && codes.findByBoundIndex(code.payloadIndex()).isEmpty()) {
            bind(code);
        }
    }

    private void bind(CollectionCode code) {
        code.accept("system", clock.instant());
        try {
            codes.flush();
        } catch (DataIntegrityViolationException boundByAnother) {
            throw Refusal.conflict("codeTaken");
        }
    }

    private void release(CollectionCode code) {
        code.release();
        codes.flush();
    }

    /** 补采: a code that was good in an earlier round is good in this one. */
    @Override
    public void carry(Application earlier, Application next) {
        codes.findFirstByApplicationIdOrderByIdDesc(earlier.id())
                .filter(code -> code.isBound() && code.payload() != null)
                .ifPresent(code -> {
                    release(code);
                    attach(next, code.payload());
                });
    }

    /** @throws Refusal stepNotOpen, closed, codeTaken */
    public Status upload(String number, String payload) {
        var application = applicationForCode(number);
        attach(application, payload);
        process.codeUploaded(number);
        details.confirmIfKnown(number);
        return status(number);
    }

    /** 手动填写: asks to go on without a code. @throws Refusal reasonNeeded, textTooLong, stepNotOpen, closed */
    public void askManualEntry(String number, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reasonNeeded");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("textTooLong", LONGEST_REASON);
        }
        var application = applications.lockForStudent(number);
        if (!process.isOpen(number, Step.UPLOAD_CODE)) {
            throw Refusal.conflict("stepNotOpen");
        }
        codes.saveAndFlush(CollectionCode.manual(application.id(), reason.strip(), clock.instant()));
        process.codeUploaded(number);
    }

    /** A code that is asked for again at the release comes after the close: the photo was in time. */
    private Application applicationForCode(String number) {
        if (process.isOpen(number, Step.SUPPLY_CODE)) {
            var application = applications.lock(number);
            application.ensureRunning();
            return application;
        }
        return applications.lockForStudent(number);
    }

    /** The automatic check of the newest code. Can run twice. */
    public Verdict check(String number) {
        var application = applications.lock(number);
        var newest = codes.findFirstByApplicationIdOrderByIdDesc(application.id());
        if (newest.isEmpty()) {
            return Verdict.NONE;
        }
        var code = newest.get();
        if (code.isUndecided() && !code.isManual()) {
            decide(code, application);
        }
        if (code.isUndecided()) {
            return Verdict.MANUAL;
        }
        return code.isAccepted() ? Verdict.ACCEPTED : Verdict.REFUSED;
    }

    private void decide(CollectionCode code, Application application) {
        var kind = CodeKind.of(code.payload());
        if (kind != CodeKind.COLLECTION_CODE) {
            refuse(code, application, kind.name());
            return;
        }
        var holder = codes.findByBoundIndex(code.payloadIndex());
        if (holder.filter(other -> !other.applicationId().equals(application.id()))
                .isPresent()) {
            refuse(code, application, "USED");
            return;
        }
        holder.ifPresent(this::release); // the student sent the same again
        bind(code);
    }

    private void refuse(CollectionCode code, Application application, String why) {
        code.refuse(why, "system", clock.instant());
        messages.send(
                MessageKind.CODE_REFUSED,
                application.number() + "-" + clock.millis(),
                application.studentId(),
                application.number());
    }

    /** The office decides whether this case may go on without a code. It is asked for again before the release. */
    public void decideManualEntry(String number, boolean approved, String note, String decidedBy) {
        var application = applications.lock(number);
        var request = codes.findFirstByApplicationIdOrderByIdDesc(application.id())
                .filter(code -> code.isManual() && code.isUndecided())
                .orElseThrow(() -> Refusal.conflict("noManualEntry"));
        if (approved) {
            request.accept(decidedBy, clock.instant());
        } else {
            request.refuse("MANUAL_DENIED", decidedBy, clock.instant());
            messages.send(MessageKind.CODE_REFUSED, number + "-" + clock.millis(), application.studentId(), number);
        }
        audit.record(decidedBy, approved ? "manual-entry-approved" : "manual-entry-denied", number, note);
    }

    /** Whether a real code is bound, without which nothing is released for registration (N07). */
    @Transactional(readOnly = true)
    public boolean isBound(String number) {
        return codes.existsByApplicationIdAndBoundIndexIsNotNull(
                applications.byNumber(number).id());
    }

    /** What the bound code holds, for the collecting unit, which alone can read it; empty where none is bound. */
    @Transactional(readOnly = true)
    public Optional<String> payload(String number) {
        return codes.findFirstByApplicationIdAndBoundIndexIsNotNull(
                        applications.byNumber(number).id())
                .map(CollectionCode::payload);
    }

    @Transactional(readOnly = true)
    public Optional<Status> latest(String number) {
        return codes.findFirstByApplicationIdOrderByIdDesc(
                        applications.byNumber(number).id())
                .map(code -> new Status(code.isAccepted(), code.isManual(), code.manualReason(), code.refusal()));
    }

    private Status status(String number) {
        return latest(number).orElseThrow();
    }
}
