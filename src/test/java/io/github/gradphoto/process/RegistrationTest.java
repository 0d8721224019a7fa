package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.HEAD;
import static io.github.gradphoto.process.College.MAILROOM;
import static io.github.gradphoto.process.College.REGISTRAR;
import static io.github.gradphoto.process.College.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.PrintWhen;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.prints.PrintSet;
import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.registration.Comparison;
import io.github.gradphoto.registration.Registrations;
import io.github.gradphoto.registration.Reverification.Decision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way to the registry (N16–N18). */
class RegistrationTest extends EngineTest {

    @Autowired
    private Registrations registrations;

    @Autowired
    private Photos photos;

    @Autowired
    private Prints prints;

    @BeforeEach
    void notice() {
        cases.publish(terms -> terms);
    }

    @Test
    void aRegisteredPhotoIsConfirmedByTheStudentAndPrinted() {
        var driven = cases.registered(CollectionType.CENTRAL);
        waitsFor(driven, Step.CONFIRM_AT_REGISTRY, Step.PRINT_PHOTOS);
        driven.confirmAtRegistry();
        waitsFor(driven, Step.PRINT_PHOTOS);
    }

    @Test
    void aPhotoThatTheUnitRefusesIsTakenAnewFreeOfCharge() {
        var driven = cases.released(CollectionType.CENTRAL).enterRefusedByUnit("背景不符", REGISTRAR);
        waitsFor(driven, Step.UPLOAD_PHOTO);
        driven.uploadPhoto(College.anotherPortrait()).approvePhoto(REVIEWER);
        waitsFor(driven, Step.RELEASE_PHOTO);
    }

    @Test
    void aFailedComparisonIsSettledWithEvidence() {
        var driven = cases.released(CollectionType.CENTRAL)
                .enterDelivered(REGISTRAR)
                .enterComparison(Comparison.UNSURE, REGISTRAR);
        waitsFor(driven, Step.PROVIDE_EVIDENCE);
        driven.provideEvidence("身份证").decideReverification(Decision.MORE_EVIDENCE, "请补户口簿", HEAD);
        waitsFor(driven, Step.PROVIDE_EVIDENCE);
        driven.provideEvidence("身份证、户口簿").decideReverification(Decision.SUBMIT, "材料齐全", HEAD);
        driven.enterReverificationResult(true, "学信网已通过", REGISTRAR);
        waitsFor(driven, Step.CONFIRM_AT_REGISTRY, Step.PRINT_PHOTOS);
    }

    @Test
    void aReverificationMayAskForANewPhotoOrFail() {
        var again = cases.released(CollectionType.CENTRAL)
                .enterDelivered(REGISTRAR)
                .enterComparison(Comparison.FAILED, REGISTRAR)
                .provideEvidence("身份证")
                .decideReverification(Decision.NEW_PHOTO, "照片与本人差异大", HEAD);
        waitsFor(again, Step.UPLOAD_PHOTO);

        var failed = cases.released(CollectionType.CENTRAL)
                .enterDelivered(REGISTRAR)
                .enterComparison(Comparison.ABNORMAL, REGISTRAR)
                .provideEvidence("身份证")
                .decideReverification(Decision.SUBMIT, "", HEAD)
                .enterReverificationResult(false, "学信网未通过", REGISTRAR);
        waitsFor(failed);
        assertThat(state(failed)).isEqualTo(Application.State.REGISTRATION_FAILED);
        assertThat(ends(failed, "graduatePhoto")).contains("registrationFailed");
    }

    @Test
    void aFinishedPictureVoidsWhatWasPrintedEarlyAndIsPrintedAgain() {
        cases.publish(terms -> terms.printWhen(PrintWhen.AFTER_REVIEW));
        var driven = cases.inReview(CollectionType.CENTRAL).approvePhoto(REVIEWER);
        waitsFor(driven, Step.RELEASE_PHOTO, Step.PRINT_PHOTOS);
        driven.print(MAILROOM);
        waitsFor(driven, Step.RELEASE_PHOTO, Step.HAND_OVER_PRINTS);
        driven.release(REGISTRAR);
        registrations.finishedPicture(driven.number(), College.portrait(), REGISTRAR);
        waitsFor(driven, Step.ENTER_DELIVERY_RESULT);
        assertThat(prints.latest(driven.number()).orElseThrow().state()).isEqualTo(PrintSet.State.VOID);
        assertThat(ends(driven, "photoPrints")).containsExactly("printsEnded");

        driven.enterDelivered(REGISTRAR).enterComparison(Comparison.PASSED, REGISTRAR);
        waitsFor(driven, Step.CONFIRM_AT_REGISTRY, Step.PRINT_PHOTOS);
        assertThat(photos.current(driven.number()).isFinishedByUnit()).isTrue();
    }
}
