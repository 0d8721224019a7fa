package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.photo.Photo;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.photo.Resemblances;
import io.github.gradphoto.photo.Resemblances.Resemblance;
import io.github.gradphoto.review.RejectionReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether a picture was uploaded before: by this student and sent back, or by another student (N13, N14). */
class SeenBeforeTest extends EngineTest {

    @Autowired
    private Photos photos;

    @Autowired
    private Resemblances resemblances;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void notice() {
        cases.publish(terms -> terms);
    }

    @Test
    void theVeryPictureThatWasSentBackIsRefused() {
        var driven = cases.paid(CollectionType.CENTRAL).uploadPhoto(College.portrait());
        driven.rejectPhoto(REVIEWER, RejectionReason.BLURRED).uploadPhoto(College.portrait());

        waitsFor(driven, Step.UPLOAD_PHOTO);
        var again = photos.current(driven.number());
        assertThat(again.state()).isEqualTo(Photo.State.REFUSED_BY_CHECK);
        assertThat(again.checkReasons()).contains("sameAsRejected");
        assertThat(again.measurements().get(Measure.REJECTED_DISTANCE)).hasValue(0);

        driven.uploadPhoto(College.anotherPortrait());
        waitsFor(driven, Step.REVIEW_PHOTO);
        assertThat(photos.current(driven.number()).measurements().has(Measure.REJECTED_DISTANCE))
                .isFalse();
    }

    @Test
    void theSamePictureSavedAgainIsAQuestionForTheReviewer() {
        var driven = cases.paid(CollectionType.CENTRAL).uploadPhoto(College.portrait());
        driven.rejectPhoto(REVIEWER, RejectionReason.BLURRED).uploadPhoto(College.portraitSavedAgain());

        waitsFor(driven, Step.REVIEW_PHOTO);
        var again = photos.current(driven.number());
        assertThat(again.checkWarnings()).contains("sameAsRejected");
        assertThat(again.measurements().get(Measure.REJECTED_DISTANCE).orElseThrow())
                .isBetween(1.0, 4.0);
    }

    @Test
    void aPictureThatOnlyTheCheckRefusedMayBeSentAgain() {
        var driven = cases.paid(CollectionType.CENTRAL).uploadPhoto(College.smallPicture());
        driven.uploadPhoto(College.smallPicture());
        assertThat(photos.current(driven.number()).checkReasons()).doesNotContain("sameAsRejected");
    }

    @Test
    void theReviewerSeesWhichOtherStudentSentIt() {
        var first = cases.paid(CollectionType.CENTRAL).uploadPhoto(College.anotherPortrait());
        var own = photos.current(first.number());
        int before = resemblances.ofOthers(own.id()).size();
        var second = cases.paid(CollectionType.CENTRAL).uploadPhoto(College.anotherPortrait());

        var copied = photos.current(second.number());
        assertThat(copied.state()).isEqualTo(Photo.State.IN_REVIEW);
        assertThat(copied.checkWarnings()).contains("sameAsOther");
        assertThat(copied.measurements().get(Measure.OTHER_STUDENT_DISTANCE)).hasValue(0);
        assertThat(resemblances.ofOthers(copied.id())).contains(new Resemblance(first.number(), 1, 0));
        assertThat(resemblances.ofOthers(own.id()))
                .as("the first reviewer learns of it too")
                .hasSize(before + 1)
                .contains(new Resemblance(second.number(), 1, 0));
    }

    @Test
    void nothingReadableIsKeptOfAFingerprint() {
        var driven = cases.paid(CollectionType.CENTRAL).uploadPhoto(College.portrait());
        long id = photos.current(driven.number()).id();
        var row = jdbc.queryForMap("select * from photo_fingerprint where photo_id = ?", id);
        assertThat(row.get("whole_enc").toString()).hasSizeGreaterThan(100).doesNotContain(":");
        assertThat(jdbc.queryForList("select piece_index from photo_piece where photo_id = ?", String.class, id))
                .hasSize(8)
                .allMatch(piece -> piece.matches("[0-9a-f]{64}"));
    }
}
