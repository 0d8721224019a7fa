package io.github.gradphoto.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.gradphoto.GradPhotoTest;
import io.github.gradphoto.MovableClock;
import io.github.gradphoto.campaign.Batches;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.process.College;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** 3,000 invitations, and the mail server fails in the middle of them: nobody is forgotten, nobody is told twice (N04). */
@GradPhotoTest
@Import(College.class)
class InvitationOutageTest {

    private static final int STUDENTS = 3000;
    private static final int COHORT = 2029;

    private final Set<String> others = new HashSet<>();

    @Autowired
    private College.Cases cases;

    @Autowired
    private JavaMailSenderImpl sender;

    @Autowired
    private ManagementService management;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Batches batches;

    @AfterEach
    void clockBack() {
        MovableClock.reset();
    }

    @Test
    void everyInvitationIsSentOnceAfterTheServerIsBack() throws Exception {
        others.addAll(sending().stream().map(Job::getId).toList());
        long incidents = runtime.createIncidentQuery().count();
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        int usual = sender.getPort();
        sender.setPort(server.getSmtp().getPort());
        try {
            var students = IntStream.range(0, STUDENTS)
                    .mapToObj(i -> cases.enrol(row -> row.cohort(COHORT)))
                    .toList();
            var notice = cases.publish(terms -> terms.cohort(COHORT));
            invite(notice);

            var waiting = sending();
            assertThat(waiting).hasSize(STUDENTS);
            waiting.subList(0, STUDENTS / 2).forEach(this::send);
            sender.setPort(9); // refused from here on
            waiting.subList(STUDENTS / 2, STUDENTS).forEach(this::send);
            assertThat(server.getReceivedMessages()).hasSize(STUDENTS / 2);
            assertThat(sending()).as("what failed is tried again later").hasSize(STUDENTS / 2);
            assertThat(runtime.createIncidentQuery().count()).isEqualTo(incidents);

            sender.setPort(server.getSmtp().getPort());
            MovableClock.moveBy(Duration.ofMinutes(2));
            sending().forEach(this::send);
            assertThat(sending()).isEmpty();
            assertThat(recipients(server))
                    .hasSize(STUDENTS)
                    .containsExactlyInAnyOrderElementsOf(
                            students.stream().map(Student::email).toList());
        } finally {
            sender.setPort(usual);
            server.stop();
        }
    }

    /** The batch asks no mail server: it goes on whatever that does. */
    private void invite(Notice notice) {
        int alive = sender.getPort();
        sender.setPort(9);
        while (batches.of(notice.id()).stream().noneMatch(batch -> batch.isEnded())) {
            management.createJobQuery().processDefinitionKey("collectionNotice").executable().list().stream()
                    .filter(job -> ("notice-" + notice.id()).equals(keyOf(job)))
                    .forEach(job -> management.executeJob(job.getId()));
        }
        sender.setPort(alive);
        assertThat(batches.of(notice.id()))
                .singleElement()
                .satisfies(batch -> assertThat(batch.told()).isEqualTo(STUDENTS));
    }

    private String keyOf(Job job) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    /** Without what other tests left to send. */
    private List<Job> sending() {
        return management.createJobQuery().processDefinitionKey("sendMessage").list().stream()
                .filter(job -> !others.contains(job.getId()))
                .toList();
    }

    private void send(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException refused) {
            assertThat(management
                            .createJobQuery()
                            .jobId(job.getId())
                            .singleResult()
                            .getRetries())
                    .isPositive();
        }
    }

    private static List<String> recipients(GreenMail server) {
        return Arrays.stream(server.getReceivedMessages())
                .map(message -> {
                    try {
                        return message.getAllRecipients()[0].toString();
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
