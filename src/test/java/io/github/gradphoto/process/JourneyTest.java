package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.BURSAR;
import static io.github.gradphoto.process.College.DESK;
import static io.github.gradphoto.process.College.MAILROOM;
import static io.github.gradphoto.process.College.REGISTRAR;
import static io.github.gradphoto.process.College.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.TestMailServer;
import io.github.gradphoto.application.Application;
import io.github.gradphoto.certificate.Certificate.PrintState;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.certificate.GraduationList.Graduation;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.picture.PhotoDigest;
import io.github.gradphoto.prints.Carrier;
import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.registration.Comparison;
import io.github.gradphoto.review.RejectionReason;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The main job: one student from the notice to the certificate, once on each database. */
abstract class JourneyTest extends EngineTest {

    /** Everything that may ever stand in the engine about a case. */
    private static final Set<String> KNOWN = Arrays.stream(ProcessVariable.class.getFields())
            .filter(field -> field.getType() == ProcessVariable.class)
            .map(field -> {
                try {
                    return ((ProcessVariable<?>) field.get(null)).name();
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            })
            .collect(Collectors.toSet());

    @Autowired
    private GraduationList list;

    @Autowired
    private Photos photos;

    @Autowired
    private Prints prints;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void fromTheNoticeToTheCertificate() throws MessagingException {
        cases.publish(terms -> terms);
        var student = cases.enrol();
        list.add(List.of(new GraduationList.Entry(
                student.studentNumber(), Graduation.GRADUATES, "510691202606" + "%06d".formatted(student.id()))));

        var driven = cases.apply(student, CollectionType.INDIVIDUAL).uploadCode(College.Cases.newCode());
        driven.confirmDetails().payAtCounter().confirmPayment(LocalDate.now(), BURSAR);
        driven.uploadPhoto(College.portrait()).havePrintsPosted(College.ADDRESS);
        driven.rejectPhoto(REVIEWER, RejectionReason.HEAD_TILTED).uploadPhoto(College.anotherPortrait());
        driven.approvePhoto(REVIEWER).release(REGISTRAR).enterDelivered(REGISTRAR);
        driven.enterComparison(Comparison.PASSED, REGISTRAR).confirmAtRegistry();
        assertThat(prints.sheet(driven.number(), MAILROOM)).startsWith("%PDF".getBytes());
        driven.print(MAILROOM)
                .post(Carrier.SF, College.Cases.trackingNumber(), MAILROOM)
                .confirmReceipt();
        driven.takeInPrint(PrintState.AT_HAND, DESK).makeCertificate(DESK).handOverCertificate(DESK);

        assertThat(state(driven)).isEqualTo(Application.State.COLLECTED);
        assertThat(ends(driven, "graduatePhoto"))
                .contains("confirmedAtRegistry", "printsFinished", "certificateCollected");

        MovableClock.moveBy(Duration.ofMinutes(2));
        sendMessages();
        var subjects = TestMailServer.received().stream()
                .filter(m -> TestMailServer.isTo(m, student.email()))
                .toList();
        assertThat(subjects).hasSizeGreaterThanOrEqualTo(6);
        assertThat(subjects.get(0).getMessageID()).endsWith("@gradphoto>");
    }

    @Test
    void whatIsStoredIsWhatWasUploadedAndUnreadableInTheDatabase() {
        cases.publish(terms -> terms);
        var driven = cases.inReview(CollectionType.CENTRAL);
        var photo = photos.current(driven.number());
        var shown = photos.show(photo.standardId(), REVIEWER, "test");
        assertThat(PhotoDigest.sha256(shown.content())).isEqualTo(photo.standardSha256());
        var raw = jdbc.sql("select content from photo_blob where id = ?")
                .param(photo.standardId())
                .query((row, i) -> row.getBytes(1))
                .single();
        assertThat(raw).isNotEqualTo(shown.content());
        assertThat(jdbc.sql("select count(*) from photo_view where blob_id = ? and viewer = ?")
                        .params(photo.standardId(), REVIEWER)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void theEngineKnowsNothingButIdsAndFacts() {
        cases.publish(terms -> terms);
        cases.inReview(CollectionType.INDIVIDUAL)
                .askSecondOpinion("疑似P图，需要复审", REVIEWER)
                .rejectAsSecond(College.OTHER_REVIEWER, RejectionReason.BLURRED);
        assertThat(history.createHistoricVariableInstanceQuery().list())
                .extracting(HistoricVariableInstance::getName)
                .isSubsetOf(KNOWN);
        assertThat(jdbc.sql("select count(*) from ACT_HI_DETAIL where TEXT_ like '%疑似%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
