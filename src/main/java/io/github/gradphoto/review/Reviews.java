package io.github.gradphoto.review;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Deadlines;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer's decisions, and what follows from them for the student. */
@Service
@Transactional
public class Reviews {

    /** How the case goes on. */
    public sealed interface Outcome {

        /** @param printsDue whether the prints are made now, before the registration */
        record Approved(boolean printsDue) implements Outcome {}

        record SecondOpinion() implements Outcome {}

        /** @param attemptsLeft whether the student tries again alone, or gets help */
        record Rejected(boolean attemptsLeft) implements Outcome {}
    }

    /**
     * @param reasons at least one for a rejection; OTHER needs a comment
     * @param photoId which version the reviewer looked at; null where that was not said
     * @throws Refusal reasonsNeeded, commentNeeded, textTooLong
     */
    public record Command(
            String number,
            Review.Decision decision,
            List<RejectionReason> reasons,
            String comment,
            String reviewer,
            boolean secondOpinion,
            Long photoId) {

        public Command {
            reasons = List.copyOf(reasons);
            comment = comment == null || comment.isBlank() ? null : comment.strip();
            if (decision == Review.Decision.REJECTED && reasons.isEmpty()) {
                throw Refusal.invalid("reasonsNeeded");
            }
            if (reasons.contains(RejectionReason.OTHER) && comment == null) {
                throw Refusal.invalid("commentNeeded");
            }
            if (comment != null && comment.length() > LONGEST_COMMENT) {
                throw Refusal.invalid("textTooLong", LONGEST_COMMENT);
            }
            if (secondOpinion && decision == Review.Decision.SECOND_OPINION) {
                throw Refusal.invalid("decisionNeeded");
            }
        }
    }

    private static final int LONGEST_COMMENT = 300;
    private static final int RECALLABLE_SHOWN = 20;
    /** So long a result is held back, so that a slip can be taken back before the student hears of it. */
    static final Duration SLIP = Duration.ofSeconds(60);

    private final ReviewRepository reviews;
    private final Applications applications;
    private final Photos photos;
    private final Notices notices;
    private final Roster roster;
    private final Messages messages;
    private final ApplicationProcess process;
    private final ReviewLeases leases;
    private final SecondLooks secondLooks;
    private final AuditLog audit;
    private final MessageSource texts;
    private final Clock clock;

    Reviews(
            ReviewRepository reviews,
            Applications applications,
            Photos photos,
            Notices notices,
            Roster roster,
            Messages messages,
            ApplicationProcess process,
            ReviewLeases leases,
            SecondLooks secondLooks,
            AuditLog audit,
            MessageSource texts,
            Clock clock) {
        this.reviews = reviews;
        this.applications = applications;
        this.photos = photos;
        this.notices = notices;
        this.roster = roster;
        this.messages = messages;
        this.process = process;
        this.leases = leases;
        this.secondLooks = secondLooks;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * @throws Refusal sameReviewer when a second opinion comes from the first reviewer; photoReplaced when the student has
     *     put another photo in the place of the one that was looked at
     */
    public Outcome decide(Command command) {
        var application = applications.lock(command.number());
        var photo = photos.current(command.number());
        if (command.photoId() != null && !command.photoId().equals(photo.id())) {
            throw Refusal.conflict("photoReplaced");
        }
        if (command.secondOpinion()) {
            valid(command.number())
                    .filter(first -> first.reviewer().equals(command.reviewer()))
                    .ifPresent(first -> {
                        throw Refusal.conflict("sameReviewer");
                    });
        }
        var review = reviews.saveAndFlush(new Review(
                application.id(),
                photo.id(),
                command.decision(),
                command.reasons(),
                command.comment(),
                command.reviewer(),
                command.secondOpinion(),
                clock.instant()));
        leases.end(application.id());
        secondLooks.draw(review);
        audit.record(command.reviewer(), "photo-" + command.decision(), command.number(), "attempt " + photo.attempt());
        return switch (command.decision()) {
            case APPROVED -> approve(command, review);
            case REJECTED -> reject(command, review);
            case SECOND_OPINION -> new Outcome.SecondOpinion();
        };
    }

    private Outcome approve(Command command, Review review) {
        var application = applications.byNumber(command.number());
        photos.become(command.number(), Photo.State.APPROVED);
        messages.send(MessageKind.PHOTO_APPROVED, messageKey(review), SLIP, application.studentId(), command.number());
        return new Outcome.Approved(notices.byId(application.noticeId()).printWhen() == PrintWhen.AFTER_REVIEW);
    }

    private Outcome reject(Command command, Review review) {
        photos.become(command.number(), Photo.State.REJECTED);
        int rejections = applications.rejected(command.number());
        var application = applications.byNumber(command.number());
        var notice = notices.byId(application.noticeId());
        // A photo that came in time stays in time: its correction gets days of its own.
        var before = application.closesAt();
        applications.extendTo(
                command.number(), Deadlines.endOf(LocalDate.now(clock).plusDays(notice.correctionDays())));
        if (applications.byNumber(command.number()).closesAt().isAfter(notice.closesAt())) {
            process.deadlineGranted(command.number());
        }
        review.movedDeadline(before, applications.byNumber(command.number()).closesAt());
        boolean attemptsLeft = rejections < notice.attemptLimit();
        var language =
                Locale.forLanguageTag(roster.byId(application.studentId()).language());
        messages.send(
                attemptsLeft ? MessageKind.PHOTO_REJECTED : MessageKind.PHOTO_HELP,
                messageKey(review),
                SLIP,
                application.studentId(),
                command.number(),
                explain(command, language));
        return new Outcome.Rejected(attemptsLeft);
    }

    private String explain(Command command, Locale language) {
        var lines = command.reasons().stream()
                .map(reason -> "· " + texts.getMessage("review.reason." + reason, null, language) + " — "
                        + texts.getMessage("review.mend." + reason, null, language))
                .collect(Collectors.joining("\n"));
        return command.comment() == null ? lines : lines + "\n· " + command.comment();
    }

    /**
     * Takes an approval back, as long as the photo is not released.
     *
     * @throws Refusal nothingToRecall, tooLateToRecall
     */
    public void recall(String number, String by) {
        applications.lock(number);
        var review = latest(number)
                .filter(r -> r.decision() == Review.Decision.APPROVED && !r.isRecalled())
                .orElseThrow(() -> Refusal.conflict("nothingToRecall"));
        if (photos.current(number).state() != Photo.State.APPROVED) {
            throw Refusal.conflict("tooLateToRecall");
        }
        review.recall(clock.instant());
        secondLooks.drop(review);
        photos.become(number, Photo.State.IN_REVIEW);
        messages.takeBack(MessageKind.PHOTO_APPROVED, messageKey(review));
        audit.record(by, "approval-recalled", number, null);
        process.printsVoided(number);
        if (!process.approvalRecalled(number)) {
            throw Refusal.conflict("tooLateToRecall");
        }
    }

    /** The newest approvals that can still be taken back. @param reviewer whose, or null for everybody's */
    @Transactional(readOnly = true)
    public List<RecallableApproval> recallable(String reviewer) {
        return reviews.recallable(reviewer, RECALLABLE_SHOWN);
    }

    /** 协助拍照 is done: the student was helped and can upload again. */
    public void helped(String number, String note, String by) {
        audit.record(by, "student-helped", number, note);
    }

    static String messageKey(Review review) {
        return review.id().toString();
    }

    /** Newest first; none for a number that does not exist. */
    @Transactional(readOnly = true)
    public List<Review> find(String number) {
        return applications.byNumbers(List.of(number)).stream()
                .flatMap(application -> reviews.findByApplicationIdOrderByIdDesc(application.id()).stream())
                .toList();
    }

    /** What this reviewer decided about this version of the photo, if that is what counts now. */
    @Transactional(readOnly = true)
    public Optional<Review> decided(String number, long photoId, String by) {
        return find(number).stream()
                .filter(review -> review.photoId() == photoId && !review.isRecalled())
                .findFirst()
                .filter(review -> review.reviewer().equals(by));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Review> of(String number) {
        return reviews.findByApplicationIdOrderByIdDesc(
                applications.byNumber(number).id());
    }

    /** The newest that was not taken back. */
    private Optional<Review> valid(String number) {
        return of(number).stream().filter(review -> !review.isRecalled()).findFirst();
    }

    private Optional<Review> latest(String number) {
        return reviews.findFirstByApplicationIdOrderByIdDesc(
                applications.byNumber(number).id());
    }
}
