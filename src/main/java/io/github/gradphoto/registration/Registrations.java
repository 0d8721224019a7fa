package io.github.gradphoto.registration;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.collectioncode.CollectionCodes;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.PrintWhen;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.photo.Photo;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Releases approved photos, and records what the collecting unit and the registry answer. */
@Service
@Transactional
public class Registrations {

    /**
     * How the process goes on.
     *
     * @param printsDue whether prints are made now
     */
    public record Outcome(Registration.Result result, boolean printsDue) {}

    private final RegistrationRepository registrations;
    private final Applications applications;
    private final ApplicationProcess process;
    private final CollectionCodes codes;
    private final Photos photos;
    private final Notices notices;
    private final Roster roster;
    private final Messages messages;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Registrations(
            RegistrationRepository registrations,
            Applications applications,
            ApplicationProcess process,
            CollectionCodes codes,
            Photos photos,
            Notices notices,
            Roster roster,
            Messages messages,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.registrations = registrations;
        this.applications = applications;
        this.process = process;
        this.codes = codes;
        this.photos = photos;
        this.notices = notices;
        this.roster = roster;
        this.messages = messages;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Prepares the release, and says whether it may happen: nothing is released without a code (N07). Can run twice.
     */
    public boolean prepare(String number) {
        var application = applications.lock(number);
        var photo = photos.current(number);
        if (registrations.findByPhotoId(photo.id()).isEmpty()) {
            registrations.saveAndFlush(new Registration(application.id(), photo.id()));
        }
        codes.check(number);
        if (codes.isBound(number)) {
            return true;
        }
        messages.send(MessageKind.CODE_REFUSED, "code-" + photo.id(), application.studentId(), number);
        return false;
    }

    /**
     * Hands the photo to the collecting unit. From here on an approval cannot be recalled.
     *
     * @throws Refusal codeMissing: its code was taken away since the case came here, and the case goes back to its check;
     *     detailsUnconfirmed, registrationState
     */
    public void release(String number, String by) {
        applications.lock(number).ensureDetailsConfirmed();
        if (!codes.isBound(number)) {
            events.publishEvent(new CodelessRelease(number));
            throw Refusal.conflict("codeMissing");
        }
        current(number).release(by, clock.instant());
        photos.become(number, Photo.State.RELEASED);
        audit.record(by, "photo-released", number, null);
    }

    /**
     * Keeps the picture that the collecting unit finished (成品照片); what was printed of the other is void.
     *
     * @return false where this very picture is there already
     */
    public boolean finishedPicture(String number, byte[] jpeg, String by) {
        applications.lock(number);
        if (current(number).state() != Registration.State.RELEASED) {
            throw Refusal.conflict("registrationState");
        }
        if (!photos.finishedPicture(number, jpeg)) {
            return false;
        }
        process.printsVoided(number);
        audit.record(by, "finished-picture", number, null);
        return true;
    }

    /** The collecting unit delivered the photo to the registry. */
    public void delivered(String number, String note, String by) {
        applications.lock(number);
        current(number).delivered(note, clock.instant());
        audit.record(by, "photo-delivered", number, note);
    }

    /** The collecting unit refused the photo: the student takes a new one, free of charge. */
    public Outcome refused(String number, String note, String by) {
        var application = applications.lock(number);
        current(number).refused(note, clock.instant());
        audit.record(by, "photo-refused-by-unit", number, note);
        return newPhoto(application, note);
    }

    /** Takes in the registry's comparison (人像比对). The result is open while a re-verification is needed. */
    public Optional<Outcome> compared(String number, Comparison comparison, String by) {
        var application = applications.lock(number);
        current(number).compared(comparison, clock.instant());
        audit.record(by, "comparison-" + comparison, number, null);
        if (comparison == Comparison.PASSED) {
            return Optional.of(registered(application));
        }
        messages.send(
                MessageKind.EVIDENCE_NEEDED, number + "-" + current(number).id(), application.studentId(), number);
        return Optional.empty();
    }

    Outcome registered(Application application) {
        var number = application.number();
        var photo = photos.become(number, Photo.State.REGISTERED);
        current(number).end(Registration.Result.REGISTERED);
        roster.markPhotoRegistered(application.studentId());
        messages.send(MessageKind.CONFIRM_AT_REGISTRY, number, application.studentId(), number);
        boolean after = notices.byId(application.noticeId()).printWhen() == PrintWhen.AFTER_REGISTRATION;
        return new Outcome(Registration.Result.REGISTERED, after || photo.isFinishedByUnit());
    }

    Outcome newPhoto(Application application, String note) {
        var number = application.number();
        photos.become(number, Photo.State.REFUSED_BY_REGISTRY);
        current(number).end(Registration.Result.NEW_PHOTO);
        process.printsVoided(number);
        extendForCorrection(application);
        messages.send(
                MessageKind.NEW_PHOTO_NEEDED,
                number + "-" + current(number).id(),
                application.studentId(),
                number,
                note == null ? "" : note);
        return new Outcome(Registration.Result.NEW_PHOTO, false);
    }

    Outcome failed(Application application, String note) {
        var number = application.number();
        current(number).end(Registration.Result.FAILED);
        photos.become(number, Photo.State.REFUSED_BY_REGISTRY);
        process.printsVoided(number);
        applications.registrationFailed(number);
        messages.send(
                MessageKind.REGISTRATION_FAILED, number, application.studentId(), number, note == null ? "" : note);
        return new Outcome(Registration.Result.FAILED, false);
    }

    private void extendForCorrection(Application application) {
        var days = notices.byId(application.noticeId()).correctionDays();
        applications.extendTo(
                application.number(), Deadlines.endOf(LocalDate.now(clock).plusDays(days)));
    }

    @Transactional(readOnly = true)
    public Optional<Registration> latest(String number) {
        return registrations.findFirstByApplicationIdOrderByIdDesc(
                applications.byNumber(number).id());
    }

    Registration current(String number) {
        return latest(number).orElseThrow(() -> Refusal.conflict("registrationState"));
    }
}
