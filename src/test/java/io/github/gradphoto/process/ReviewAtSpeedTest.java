package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.OTHER_REVIEWER;
import static io.github.gradphoto.process.College.REVIEWER;
import static io.github.gradphoto.review.RejectionReason.BLURRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.HeldTasks;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.measure.PhotoVerdict;
import io.github.gradphoto.measure.PhotoVerdict.Outcome;
import io.github.gradphoto.message.MessageView;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.photo.Photo;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.review.BatchApproval;
import io.github.gradphoto.review.BatchApproval.Kind;
import io.github.gradphoto.review.BatchApprovals;
import io.github.gradphoto.review.Review;
import io.github.gradphoto.review.ReviewLeases;
import io.github.gradphoto.review.ReviewTasks;
import io.github.gradphoto.review.ReviewTasks.Part;
import io.github.gradphoto.review.ReviewUndo;
import io.github.gradphoto.review.Reviews;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** N15 at a college's scale: slips are taken back, nobody looks at a colleague's photo, many are approved at once. */
class ReviewAtSpeedTest extends EngineTest {

    private static final ReviewTasks.Reader ONE = reader(REVIEWER);
    private static final ReviewTasks.Reader OTHER = reader(OTHER_REVIEWER);

    @Autowired
    private ReviewUndo undo;

    @Autowired
    private ReviewLeases leases;

    @Autowired
    private ReviewTasks queue;

    @Autowired
    private Reviews reviews;

    @Autowired
    private Photos photos;

    @Autowired
    private Messages messages;

    @Autowired
    private HeldTasks held;

    @Autowired
    private StaffTaskDriver driver;

    @Autowired
    private BatchApproval batch;

    @Autowired
    private TaskService tasks;

    private static ReviewTasks.Reader reader(String username) {
        return new ReviewTasks.Reader(username, List.of(StaffGroup.REVIEWER.id()));
    }

    @BeforeEach
    void notice() {
        cases.publish(terms -> terms);
    }

    @Test
    void aRejectionIsTakenBackWithinTheMinuteAndLeavesNoTrace() {
        var driven = cases.inReview(CollectionType.CENTRAL);
        MovableClock.moveBy(Duration.ofDays(13)); // so that the correction's days go beyond the close
        var closes = applications.byNumber(driven.number()).closesAt();
        driven.rejectPhoto(REVIEWER, BLURRED);
        assertThat(applications.byNumber(driven.number()).closesAt()).isAfter(closes);

        undo.undo(driven.number(), REVIEWER);
        waitsFor(driven, Step.REVIEW_PHOTO);
        assertThat(photos.current(driven.number()).state()).isEqualTo(Photo.State.IN_REVIEW);
        assertThat(applications.byNumber(driven.number()).rejections()).isZero();
        assertThat(applications.byNumber(driven.number()).closesAt()).isEqualTo(closes);
        MovableClock.moveBy(Duration.ofMinutes(2));
        sendMessages();
        assertThat(messages.of(driven.number()))
                .extracting(MessageView::subject)
                .noneMatch(subject -> subject.contains("退回"));

        driven.approvePhoto(OTHER_REVIEWER);
        waitsFor(driven, Step.RELEASE_PHOTO);
        assertThat(reviews.of(driven.number())).hasSize(2);
    }

    @Test
    void whatTheStudentOrAColleagueHasGoneOnWithStays() {
        var late = cases.inReview(CollectionType.CENTRAL).rejectPhoto(REVIEWER, BLURRED);
        refused("nothingToUndo", () -> undo.undo(late.number(), OTHER_REVIEWER));
        MovableClock.moveBy(Duration.ofSeconds(61));
        refused("tooLateToUndo", () -> undo.undo(late.number(), REVIEWER));
        MovableClock.reset();

        var quick = cases.inReview(CollectionType.CENTRAL).rejectPhoto(REVIEWER, BLURRED);
        quick.uploadPhoto(College.anotherPortrait());
        refused("tooLateToUndo", () -> undo.undo(quick.number(), REVIEWER));
        waitsFor(quick, Step.REVIEW_PHOTO);
        assertThat(photos.current(quick.number()).attempt()).isEqualTo(2);

        var asked = cases.inReview(CollectionType.CENTRAL).askSecondOpinion("像本人吗", REVIEWER);
        assertThat(leases.take(OTHER, asked.number())).isTrue();
        refused("tooLateToUndo", () -> undo.undo(asked.number(), REVIEWER));
        waitsFor(asked, Step.GIVE_SECOND_OPINION);
    }

    @Test
    void everyOtherSlipIsTakenBackTheSameWay() {
        var approved = cases.inReview(CollectionType.CENTRAL).approvePhoto(REVIEWER);
        undo.undo(approved.number(), REVIEWER);
        waitsFor(approved, Step.REVIEW_PHOTO);

        var asked = cases.inReview(CollectionType.CENTRAL).askSecondOpinion("像本人吗", REVIEWER);
        undo.undo(asked.number(), REVIEWER);
        waitsFor(asked, Step.REVIEW_PHOTO);

        var second = cases.inReview(CollectionType.CENTRAL).askSecondOpinion("像本人吗", REVIEWER);
        second.rejectAsSecond(OTHER_REVIEWER, BLURRED);
        undo.undo(second.number(), OTHER_REVIEWER);
        waitsFor(second, Step.GIVE_SECOND_OPINION);
        second.approveAsSecond(OTHER_REVIEWER);
        waitsFor(second, Step.RELEASE_PHOTO);

        var last = cases.inReview(CollectionType.CENTRAL);
        last.rejectPhoto(REVIEWER, BLURRED).uploadPhoto(College.anotherPortrait(1));
        last.rejectPhoto(REVIEWER, BLURRED).uploadPhoto(College.anotherPortrait(2));
        last.rejectPhoto(REVIEWER, BLURRED);
        waitsFor(last, Step.HELP_STUDENT);
        undo.undo(last.number(), REVIEWER);
        waitsFor(last, Step.REVIEW_PHOTO);
        assertThat(applications.byNumber(last.number()).rejections()).isEqualTo(2);
    }

    @Test
    void theWorstComesFirstThenTheOldest() {
        giveBackEverything();
        var fine = cases.inReview(CollectionType.CENTRAL);
        doubts(fine);
        var doubtful = cases.inReview(CollectionType.CENTRAL);
        doubts(doubtful, "blurred", "tooDark");
        var newer = cases.inReview(CollectionType.CENTRAL);
        doubts(newer, "blurred");
        var order = queue.worstFirst(ONE, Part.ALL, 0, 10_000).stream()
                .map(ReviewTasks.Waiting::number)
                .toList();
        assertThat(order).containsSubsequence(doubtful.number(), newer.number(), fine.number());
        assertThat(queue.worstFirst(ONE, Part.DOUBTFUL, 0, 10_000))
                .extracting(ReviewTasks.Waiting::number)
                .contains(doubtful.number(), newer.number())
                .doesNotContain(fine.number());
        assertThat(queue.count(ONE, Part.ALL)).isEqualTo(order.size());
        assertThat(queue.worstFirst(new ReviewTasks.Reader("bur1", List.of(StaffGroup.BURSAR.id())), Part.ALL, 0, 9))
                .isEmpty();
    }

    private void doubts(DrivenCase driven, String... reasons) {
        photos.checked(driven.number(), new PhotoVerdict(Outcome.DOUBTFUL, List.of(), List.of(reasons)));
    }

    @Test
    void twoReviewersNeverHoldTheSamePhotoAndWhatRunsOutIsFreeAgain() {
        giveBackEverything();
        var driven = worst();
        assertThat(leases.takeNext(ONE, Set.of())).hasValue(driven.number());
        assertThat(leases.takeNext(OTHER, Set.of()).orElse("")).isNotEqualTo(driven.number());
        assertThat(leases.take(OTHER, driven.number())).isFalse();
        refused("taskOfAnother", () -> driven.approvePhoto(OTHER_REVIEWER));

        MovableClock.moveBy(Duration.ofMinutes(11));
        assertThat(leases.takeNext(OTHER, Set.of())).hasValue(driven.number());
        refused("taskOfAnother", () -> driven.approvePhoto(REVIEWER));
        driven.approvePhoto(OTHER_REVIEWER);
        assertThat(queue.of(ONE, driven.number())).isEmpty();
    }

    @Test
    void aColleagueWhoIsAwayHoldsNothing() {
        giveBackEverything();
        var driven = worst();
        assertThat(leases.takeNext(ONE, Set.of())).hasValue(driven.number());
        assertThat(held.giveBack(REVIEWER, Set.of(StaffGroup.REVIEWER))).isPositive();
        assertThat(leases.takeNext(OTHER, Set.of())).hasValue(driven.number());
        assertThat(leases.giveBackAll(OTHER_REVIEWER)).isEqualTo(1);
        assertThat(leases.takeNext(ONE, Set.of())).hasValue(driven.number());
        leases.giveBackAll(REVIEWER);
    }

    @Test
    void whatWasClaimedInTasklistStaysThere() {
        giveBackEverything();
        var driven = worst();
        tasks.claim(queue.of(ONE, driven.number()).orElseThrow().taskId(), REVIEWER);
        assertThat(leases.takeNext(ONE, Set.of())).hasValue(driven.number());
        MovableClock.moveBy(Duration.ofMinutes(11));
        assertThat(leases.takeNext(OTHER, Set.of()).orElse("")).isNotEqualTo(driven.number());
        assertThat(queue.of(ONE, driven.number()).orElseThrow().holder()).isEqualTo(REVIEWER);
        driven.approvePhoto(REVIEWER);
    }

    @Test
    void whatIsSkippedStaysOnTheScreenButNotForEver() {
        giveBackEverything();
        Stream.generate(this::worst).limit(14).toList();
        var seen = new ArrayList<String>();
        for (int i = 0; i < 14; i++) {
            seen.add(leases.takeNext(ONE, seen).orElseThrow());
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(queue.count(ONE, Part.MINE)).isEqualTo(12);
        assertThat(queue.of(ONE, seen.get(0)).orElseThrow().holder()).isNull();
        leases.giveBackAll(REVIEWER);
    }

    @Test
    void aBatchThatIsKilledInTheMiddleGoesOnWhereItStopped() {
        var chosen = Stream.generate(() -> cases.inReview(CollectionType.CENTRAL))
                .limit(6)
                .toList();
        var items = chosen.stream().map(this::item).toList();
        var left = new AtomicInteger(3);
        StaffTaskDriver dying = (number, step, username, fields) -> {
            if (left.getAndDecrement() == 0) {
                throw new Error("killed");
            }
            driver.complete(number, step, username, fields);
        };
        assertThatThrownBy(() -> BatchApprovals.with(dying, reviews).approve(items, REVIEWER))
                .isInstanceOf(Error.class);

        assertThat(batch.approve(items, REVIEWER))
                .extracting(BatchApproval.Result::kind)
                .containsExactly(Kind.ALREADY, Kind.ALREADY, Kind.ALREADY, Kind.APPROVED, Kind.APPROVED, Kind.APPROVED);
        assertThat(batch.approve(items, REVIEWER))
                .extracting(BatchApproval.Result::kind)
                .containsOnly(Kind.ALREADY);
        for (var driven : chosen) {
            assertThat(reviews.of(driven.number())).hasSize(1);
            waitsFor(driven, Step.RELEASE_PHOTO);
        }
    }

    @Test
    void inABatchEachIsAnsweredByItself() {
        var good = cases.inReview(CollectionType.CENTRAL);
        var replaced = cases.inReview(CollectionType.CENTRAL);
        var stale = item(replaced);
        replaced.uploadPhoto(College.portrait());
        var taken = cases.inReview(CollectionType.CENTRAL);
        assertThat(leases.take(OTHER, taken.number())).isTrue();
        var rejected = cases.inReview(CollectionType.CENTRAL);
        var decided = item(rejected);
        rejected.rejectPhoto(OTHER_REVIEWER, BLURRED);

        var results = batch.approve(
                List.of(item(good), stale, item(taken), decided, new BatchApproval.Item("GP000000000", 1)), REVIEWER);
        assertThat(results)
                .extracting(result -> result.refusal() == null
                        ? result.kind().name()
                        : result.refusal().key())
                .containsExactly("APPROVED", "photoReplaced", "taskOfAnother", "stepNotOpen", "noApplication");
        waitsFor(replaced, Step.REVIEW_PHOTO);
        waitsFor(taken, Step.REVIEW_PHOTO);
        waitsFor(rejected, Step.UPLOAD_PHOTO);
        refused("nobodyChosen", () -> batch.approve(List.of(), REVIEWER));
        refused("tooManyChosen", () -> batch.approve(Collections.nCopies(201, item(taken)), REVIEWER));
        leases.giveBackAll(OTHER_REVIEWER);
    }

    @Test
    void aDecisionFromAnywhereEndsTheLease() {
        var driven = cases.inReview(CollectionType.CENTRAL);
        assertThat(leases.take(ONE, driven.number())).isTrue();
        driven.complete(
                Step.REVIEW_PHOTO,
                REVIEWER,
                Map.of(
                        "decision",
                        Review.Decision.APPROVED.name(),
                        "photo",
                        item(driven).photoId() + ""));
        reviews.recall(driven.number(), REVIEWER);
        assertThat(queue.of(OTHER, driven.number()).orElseThrow().holder()).isNull();
        assertThat(leases.giveBackAll(REVIEWER)).isZero();
    }

    private BatchApproval.Item item(DrivenCase driven) {
        return new BatchApproval.Item(
                driven.number(), photos.current(driven.number()).id());
    }

    /** A photo that comes before all others of this database. */
    private DrivenCase worst() {
        var driven = cases.inReview(CollectionType.CENTRAL);
        doubts(
                driven,
                Stream.generate(() -> "x").limit(20 + WORSE.getAndIncrement()).toArray(String[]::new));
        return driven;
    }

    private static final AtomicInteger WORSE = new AtomicInteger();

    private void giveBackEverything() {
        leases.giveBackAll(REVIEWER);
        leases.giveBackAll(OTHER_REVIEWER);
    }
}
