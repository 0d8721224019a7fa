package io.github.gradphoto.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradphoto.GradPhotoTest;
import io.github.gradphoto.MovableClock;
import io.github.gradphoto.TestMailServer;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.message.MessageJobs;
import io.github.gradphoto.message.MessageView;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.process.College;
import io.github.gradphoto.review.RejectionReason;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Without a mail server nothing is stuck but the message itself, and nothing is lost or doubled when it is back. */
@GradPhotoTest
@Import(College.class)
class DeadMailServerTest {

    @Autowired
    private College.Cases cases;

    @Autowired
    private JavaMailSenderImpl sender;

    @Autowired
    private ApplicationProcess process;

    @Autowired
    private Messages messages;

    @Autowired
    private MessageJobs jobs;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @AfterEach
    void clockBack() {
        MovableClock.reset();
    }

    @Test
    void theCaseGoesOnAndTheMessageIsSentOnceAfterAnAdministratorRetries() {
        int alive = sender.getPort();
        cases.publish(terms -> terms);
        var student = cases.enrol();
        sender.setPort(9);
        var driven = cases.apply(student);
        driven.uploadCode(College.Cases.newCode()).confirmDetails();

        jobs.exhaust(driven.number());
        var incident = runtime.createIncidentQuery().list().stream()
                .filter(i -> driven.number().equals(runtime.getVariable(i.getProcessInstanceId(), "applicationNumber")))
                .findFirst()
                .orElseThrow();
        assertThat(incident.getActivityId()).isEqualTo("deliverMessage");
        assertThat(messages.of(driven.number())).extracting(MessageView::sent).containsOnly(false);

        sender.setPort(alive);
        management.setJobRetries(incident.getConfiguration(), 1);
        management.executeJob(incident.getConfiguration());
        assertThat(messages.of(driven.number())).extracting(MessageView::sent).contains(true);
        assertThat(runtime.createIncidentQuery().incidentId(incident.getId()).count())
                .isZero();
        assertThat(TestMailServer.received())
                .filteredOn(m -> TestMailServer.isTo(m, student.email()))
                .hasSize(1);
    }

    @Test
    void retriesOutlastAnOutageOfFiveHours() {
        int alive = sender.getPort();
        cases.publish(terms -> terms);
        var student = cases.enrol();
        sender.setPort(9);
        var driven = cases.apply(student);
        var job = management.createJobQuery().processDefinitionKey("sendMessage").list().stream()
                .filter(j -> driven.number().equals(runtime.getVariable(j.getProcessInstanceId(), "applicationNumber")))
                .findFirst()
                .orElseThrow()
                .getId();
        for (var minutes : List.of(0, 1, 5, 15, 60)) {
            MovableClock.moveBy(Duration.ofMinutes(minutes).plusSeconds(1));
            assertThatThrownBy(() -> management.executeJob(job)).isNotNull();
            assertThat(management.createJobQuery().jobId(job).singleResult().getRetries())
                    .isPositive();
        }
        sender.setPort(alive);
        MovableClock.moveBy(Duration.ofHours(4).plusSeconds(1));
        management.executeJob(job);
        assertThat(TestMailServer.received())
                .filteredOn(m -> TestMailServer.isTo(m, student.email()))
                .hasSize(1);
    }

    @Test
    void halfAnHourWithoutAMailServerHoldsUpNoCaseAndEachMessageLeavesOnce() {
        int alive = sender.getPort();
        cases.publish(terms -> terms);
        sender.setPort(9);
        var students = Stream.generate(cases::enrol).limit(3).toList();
        var driven = students.stream().map(cases::apply).toList();
        driven.forEach(one -> one.uploadCode(College.Cases.newCode())
                .confirmDetails()
                .payAtCounter()
                .confirmPayment(LocalDate.now(), College.BURSAR)
                .uploadPhoto(College.portrait())
                .fetchPrintsAtCounter()
                .rejectPhoto(College.REVIEWER, RejectionReason.BLURRED));
        var numbers = driven.stream().map(DrivenCase::number).toList();
        for (int minute = 0; minute < 30; minute++) {
            sendWhatIsDue(numbers);
            MovableClock.moveBy(Duration.ofMinutes(1));
        }
        assertThat(numbers).allSatisfy(number -> {
            assertThat(process.isOpen(number, Step.UPLOAD_PHOTO)).isTrue();
            assertThat(messages.of(number))
                    .hasSizeGreaterThan(2)
                    .extracting(MessageView::sent)
                    .containsOnly(false);
        });

        sender.setPort(alive);
        for (int quarter = 0; quarter < 24; quarter++) {
            sendWhatIsDue(numbers);
            MovableClock.moveBy(Duration.ofMinutes(15));
        }
        for (int i = 0; i < students.size(); i++) {
            var email = students.get(i).email();
            var sent = messages.of(numbers.get(i));
            assertThat(sent).extracting(MessageView::sent).containsOnly(true);
            assertThat(TestMailServer.received())
                    .filteredOn(message -> TestMailServer.isTo(message, email))
                    .extracting(MimeMessage::getMessageID)
                    .doesNotHaveDuplicates()
                    .hasSameSizeAs(sent);
        }
        assertThat(runtime.createIncidentQuery().list())
                .noneMatch(incident ->
                        numbers.contains(runtime.getVariable(incident.getProcessInstanceId(), "applicationNumber")));
    }

    /** What the job executor would take now; a failed try is planned anew by the engine. */
    private void sendWhatIsDue(List<String> numbers) {
        management.createJobQuery().processDefinitionKey("sendMessage").executable().list().stream()
                .filter(job -> numbers.contains(runtime.getVariable(job.getProcessInstanceId(), "applicationNumber")))
                .forEach(job -> {
                    try {
                        management.executeJob(job.getId());
                    } catch (RuntimeException refusedByTheDeadServer) {
                        assertThat(sender.getPort()).isEqualTo(9);
                    }
                });
    }
}
