package io.github.gradphoto.review;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.message.MessageKind;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.photo.Photo;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 撤销: a reviewer takes back their own decision of the last minute, whatever it was. Nobody has heard of it by then; a
 * student who happened to look and has sent another photo already keeps what they did.
 */
@Service
@Transactional
public class ReviewUndo {

    private final Reviews reviews;
    private final ReviewRepository repository;
    private final Applications applications;
    private final Photos photos;
    private final Messages messages;
    private final ApplicationProcess process;
    private final SecondLooks secondLooks;
    private final AuditLog audit;
    private final Clock clock;

    ReviewUndo(
            Reviews reviews,
            ReviewRepository repository,
            Applications applications,
            Photos photos,
            Messages messages,
            ApplicationProcess process,
            SecondLooks secondLooks,
            AuditLog audit,
            Clock clock) {
        this.reviews = reviews;
        this.repository = repository;
        this.applications = applications;
        this.photos = photos;
        this.messages = messages;
        this.process = process;
        this.secondLooks = secondLooks;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refusal nothingToUndo: the last decision is not theirs; tooLateToUndo: a minute is over, or somebody acted */
    public void undo(String number, String by) {
        var application = applications.lock(number);
        var review = repository
                .findFirstByApplicationIdOrderByIdDesc(application.id())
                .filter(last -> last.reviewer().equals(by) && !last.isRecalled())
                .orElseThrow(() -> Refusal.conflict("nothingToUndo"));
        if (clock.instant().isAfter(review.decidedAt().plus(Reviews.SLIP))) {
            throw Refusal.conflict("tooLateToUndo");
        }
        switch (review.decision()) {
            case APPROVED -> reviews.recall(number, by);
            case REJECTED -> undoRejection(number, review, by);
            case SECOND_OPINION -> back(number, review, Step.GIVE_SECOND_OPINION, by);
        }
    }

    private void undoRejection(String number, Review review, String by) {
        var photo = photos.current(number);
        if (!photo.id().equals(review.photoId()) || photo.state() != Photo.State.REJECTED) {
            throw Refusal.conflict("tooLateToUndo");
        }
        back(number, review, process.isOpen(number, Step.HELP_STUDENT) ? Step.HELP_STUDENT : Step.UPLOAD_PHOTO, by);
        photos.become(number, Photo.State.IN_REVIEW);
        applications.takeBackRejection(number, review.closedBefore(), review.closedAfter());
        messages.takeBack(MessageKind.PHOTO_REJECTED, Reviews.messageKey(review));
        messages.takeBack(MessageKind.PHOTO_HELP, Reviews.messageKey(review));
    }

    private void back(String number, Review review, Step opened, String by) {
        var back = review.isSecondOpinion() ? Step.GIVE_SECOND_OPINION : Step.REVIEW_PHOTO;
        if (!process.reviewUndone(number, opened, back)) {
            throw Refusal.conflict("tooLateToUndo");
        }
        review.recall(clock.instant());
        secondLooks.drop(review);
        audit.record(by, "review-undone", number, review.decision().name());
    }
}
