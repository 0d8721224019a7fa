package io.github.gradphoto.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Notice;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.TimeZone;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The close to the second: 23:59:59 in Shanghai is in time and 00:00:00 is late, for every step of the student and every
 * timer, wherever the machine believes to be (N03).
 */
class LastSecondTest extends EngineTest {

    private final TimeZone machine = TimeZone.getDefault();
    private Notice notice;

    @AfterEach
    void machineBack() {
        TimeZone.setDefault(machine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "UTC", "America/New_York"})
    void everyStepIsOpenInTheLastSecondAndNoneAfterIt(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        notice = cases.publish(terms -> terms);
        assertThat(notice.closesAt().atZone(Deadlines.ZONE).toLocalTime()).isEqualTo(LocalTime.of(23, 59, 59));
        var inTime = new Cases();
        var late = new Cases();

        MovableClock.stopAt(midnight().minusMillis(1));
        cases.apply(cases.enrol());
        inTime.act();

        MovableClock.moveTo(midnight());
        refused("closed", () -> cases.apply(cases.enrol()));
        late.areRefused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "UTC", "America/New_York"})
    void theTimerOfTheNoticeFiresAtMidnightAndNotBefore(String zone) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        notice = cases.publish(terms -> terms.cohort(2028));
        for (int i = 0; i < 2; i++) { // it opens, and everyone is invited
            ofNotice(management.createJobQuery().executable()).forEach(job -> management.executeJob(job.getId()));
        }
        assertThat(ofNotice(management.createJobQuery().timers()))
                .extracting(job -> job.getDuedate().toInstant())
                .contains(midnight());
    }

    private List<Job> ofNotice(JobQuery query) {
        return query.processDefinitionKey("collectionNotice").list().stream()
                .filter(job -> runtime.createProcessInstanceQuery()
                                .processInstanceBusinessKey("notice-" + notice.id())
                                .processInstanceId(job.getProcessInstanceId())
                                .count()
                        > 0)
                .toList();
    }

    private Instant midnight() {
        return notice.closesAt()
                .atZone(Deadlines.ZONE)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(Deadlines.ZONE)
                .toInstant();
    }

    /** A case before each step that the close ends. */
    private final class Cases {

        private final DrivenCase code = cases.apply(cases.enrol());
        private final DrivenCase details = cases.withCode(CollectionType.CENTRAL);
        private final DrivenCase pay = cases.withCode(CollectionType.CENTRAL).confirmDetails();
        private final DrivenCase photo = cases.paid(CollectionType.CENTRAL);
        private final DrivenCase replaced = cases.inReview(CollectionType.CENTRAL);

        void act() {
            code.uploadCode(College.Cases.newCode());
            waitsFor(code, Step.CONFIRM_DETAILS);
            details.confirmDetails();
            waitsFor(details, Step.PAY);
            pay.payAtCounter();
            waitsFor(pay, Step.CONFIRM_PAYMENT);
            photo.uploadPhoto(College.portrait());
            waitsFor(photo, Step.REVIEW_PHOTO);
            replaced.uploadPhoto(College.portrait());
        }

        void areRefused() {
            refused("closed", () -> code.uploadCode(College.Cases.newCode()));
            refused("closed", () -> code.askManualEntry("手机丢失"));
            refused("closed", details::confirmDetails);
            refused("closed", pay::payAtCounter);
            refused("closed", () -> photo.uploadPhoto(College.portrait()));
            refused("closed", () -> replaced.uploadPhoto(College.portrait()));
            waitsFor(code, Step.UPLOAD_CODE);
            waitsFor(details, Step.CONFIRM_DETAILS);
            waitsFor(photo, Step.UPLOAD_PHOTO);
            waitsFor(replaced, Step.REVIEW_PHOTO);
        }
    }
}
