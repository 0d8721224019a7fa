package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.HEAD;
import static io.github.gradphoto.process.College.OTHER_REVIEWER;
import static io.github.gradphoto.process.College.REVIEWER;
import static io.github.gradphoto.review.RejectionReason.BLUE_OR_GREEN_CLOTHES;
import static io.github.gradphoto.review.RejectionReason.BLURRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.message.MessageView;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.photo.Photo;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.review.Reviews;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The photo, its check and its review (N13, N15). */
class ReviewTest extends EngineTest {

    @Autowired
    private Photos photos;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Messages messages;

    @BeforeEach
    void notice() {
        cases.publish(terms -> terms);
    }

    @Test
    void theCheckRefusesAPictureWithTooFewPixelsAndSaysWhy() {
        var driven = cases.paid(CollectionType.INDIVIDUAL).uploadPhoto(College.smallPicture());
        waitsFor(driven, Step.UPLOAD_PHOTO);
        var refused = photos.current(driven.number());
        assertThat(refused.state()).isEqualTo(Photo.State.REFUSED_BY_CHECK);
        assertThat(refused.checkReasons()).contains("resolutionTooLow");
        assertThat(applications.byNumber(driven.number()).rejections()).isZero();
    }

    @Test
    void theAddressIsAskedOnceAndOnlyOfThoseWhoGetAParcel() {
        var posted = cases.paid(CollectionType.INDIVIDUAL).uploadPhoto(College.portrait());
        waitsFor(posted, Step.GIVE_DELIVERY);
        posted.havePrintsPosted(College.ADDRESS);
        waitsFor(posted, Step.REVIEW_PHOTO);
        posted.rejectPhoto(REVIEWER, BLURRED).uploadPhoto(College.anotherPortrait());
        waitsFor(posted, Step.REVIEW_PHOTO);

        waitsFor(cases.paid(CollectionType.CENTRAL).uploadPhoto(College.portrait()), Step.REVIEW_PHOTO);
    }

    @Test
    void theStudentPutsAnotherPhotoInPlaceOfOneThatWaits() {
        var driven = cases.inReview(CollectionType.CENTRAL);
        var former = photos.current(driven.number());
        driven.uploadPhoto(College.portrait());

        waitsFor(driven, Step.REVIEW_PHOTO);
        var newer = photos.current(driven.number());
        assertThat(newer.attempt()).isEqualTo(2);
        assertThat(newer.state()).isEqualTo(Photo.State.IN_REVIEW);
        assertThat(photos.byId(former.id()).state()).isEqualTo(Photo.State.REPLACED);
        assertThat(applications.byNumber(driven.number()).rejections()).isZero();

        refused("photoReplaced", () -> review(driven, former));
        waitsFor(driven, Step.REVIEW_PHOTO);
        review(driven, newer);
        waitsFor(driven, Step.RELEASE_PHOTO);
        refused("stepNotOpen", () -> driven.uploadPhoto(College.portrait()));
    }

    @Test
    void aReplacementThatTheCheckRefusesLeavesTheFirstInItsPlace() {
        var driven = cases.inReview(CollectionType.CENTRAL);
        var former = photos.current(driven.number());
        refused("replacementRefused", () -> driven.uploadPhoto(College.smallPicture()));
        assertThat(photos.current(driven.number()).id()).isEqualTo(former.id());
        assertThat(photos.current(driven.number()).state()).isEqualTo(Photo.State.IN_REVIEW);
        driven.approvePhoto(REVIEWER);
        waitsFor(driven, Step.RELEASE_PHOTO);
    }

    private void review(DrivenCase driven, Photo seen) {
        driven.complete(
                Step.REVIEW_PHOTO,
                REVIEWER,
                Map.of("decision", "APPROVED", "photo", seen.id().toString()));
    }

    @Test
    void afterTheLastAttemptTheStudentGetsHelp() {
        var driven = cases.inReview(CollectionType.CENTRAL);
        driven.rejectPhoto(REVIEWER, BLUE_OR_GREEN_CLOTHES).uploadPhoto(College.anotherPortrait());
        driven.rejectPhoto(REVIEWER, BLURRED).uploadPhoto(College.portraitSavedAgain());
        driven.rejectPhoto(REVIEWER, BLURRED);
        waitsFor(driven, Step.HELP_STUDENT);
        driven.helpStudent("已电话指导", REVIEWER);
        waitsFor(driven, Step.UPLOAD_PHOTO);
    }

    @Test
    void aSecondOpinionComesFromSomebodyElse() {
        var approved = cases.inReview(CollectionType.CENTRAL).askSecondOpinion("疑似P图", REVIEWER);
        waitsFor(approved, Step.GIVE_SECOND_OPINION);
        refused("sameReviewer", () -> approved.approveAsSecond(REVIEWER));
        approved.approveAsSecond(OTHER_REVIEWER);
        waitsFor(approved, Step.RELEASE_PHOTO);

        var rejected = cases.inReview(CollectionType.CENTRAL).askSecondOpinion("疑似P图", REVIEWER);
        rejected.rejectAsSecond(OTHER_REVIEWER, BLURRED);
        waitsFor(rejected, Step.UPLOAD_PHOTO);
    }

    @Test
    void aLateReviewIsShownToTheHeadReviewerToo() {
        var driven = cases.inReview(CollectionType.CENTRAL);
        MovableClock.moveBy(Duration.ofDays(12));
        runTimer(driven, "reviewLate");
        driven.approvePhoto(HEAD);
        waitsFor(driven, Step.RELEASE_PHOTO);
    }

    @Test
    void anApprovalCanBeRecalledUntilTheReleaseAndNobodyHearsOfTheSlip() {
        var driven = cases.inReview(CollectionType.CENTRAL).approvePhoto(REVIEWER);
        sendMessages();
        reviews.recall(driven.number(), REVIEWER);
        waitsFor(driven, Step.REVIEW_PHOTO);
        MovableClock.moveBy(Duration.ofMinutes(2));
        sendMessages();
        assertThat(messages.of(driven.number()))
                .extracting(MessageView::subject)
                .noneMatch(s -> s.contains("通过"));

        driven.approvePhoto(REVIEWER).release(College.REGISTRAR);
        refused("tooLateToRecall", () -> reviews.recall(driven.number(), REVIEWER));
    }

    @Test
    void nonsenseIsRefusedAndTheTaskStays() {
        var driven = cases.inReview(CollectionType.CENTRAL);
        refused("reasonsNeeded", () -> driven.rejectPhoto(REVIEWER));
        refused("decisionNeeded", () -> driven.complete(Step.REVIEW_PHOTO, REVIEWER, Map.of()));
        refused("decisionNeeded", () -> driven.complete(Step.REVIEW_PHOTO, REVIEWER, Map.of("decision", "MAYBE")));
        waitsFor(driven, Step.REVIEW_PHOTO);
        assertThat(reviews.of(driven.number())).isEmpty();
    }
}
