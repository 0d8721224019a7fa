package io.github.gradphoto.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.TestMailServer;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.operations.EngineState;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Administrators learn of failed steps by one mail in a period, which does not tell about itself. */
class IncidentDigestTest extends EngineTest {

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private IdentityService identity;

    @Autowired
    private EngineState engine;

    @Autowired
    private Messages messages;

    @Autowired
    private Roster roster;

    @Autowired
    private JdbcTemplate jdbc;

    /** Of this test alone: the others share the database. */
    private final String administrator = "digest-" + UUID.randomUUID();

    private final String address = administrator + "@example.com";

    @BeforeEach
    void somebodyToTell() {
        cases.publish(terms -> terms);
        accounts.create(administrator, "管理员", "secret-1", Set.of(StaffGroup.ADMINISTRATOR));
        var account = identity.createUserQuery().userId(administrator).singleResult();
        account.setEmail(address);
        identity.saveUser(account);
    }

    @AfterEach
    void nobodyToTell() {
        identity.deleteUser(administrator);
    }

    @Test
    void failedStepsAreToldOnceAPeriodWithCountsAndNothingPersonal() throws Exception {
        var driven = cases.inReview(CollectionType.CENTRAL);
        failsForGood(jobOf(driven));
        var count = failed(messages.unsentDigests());

        runDigest();
        runDigest();
        sendMessages();

        var mails = received();
        assertThat(mails).hasSize(1);
        var student = roster.byId(applications.byNumber(driven.number()).studentId());
        assertThat(mails.get(0).getSubject()).contains(String.valueOf(total()));
        assertThat(mails.get(0).getContent().toString())
                .contains("消息发送 / 发送消息：" + count + " 项", "Sending a message / Deliver message: " + count)
                .contains("/camunda/app/cockpit/default/#/gradphoto?view=failed")
                .doesNotContain(student.name(), student.studentNumber(), student.email(), driven.number());

        MovableClock.moveBy(Duration.ofHours(24));
        runDigest();
        sendMessages();
        assertThat(received()).hasSize(2);
    }

    @Test
    void aDigestThatCannotBeSentIsNotToldAboutAndIsReplacedOnlyWhenItStaysAway() throws Exception {
        var driven = cases.inReview(CollectionType.CENTRAL);
        failsForGood(jobOf(driven));
        runDigest();
        var others = failed(messages.unsentDigests());
        waiting(messages.unsentDigests()).forEach(this::failsForGood);

        assertThat(failed(List.of())).isGreaterThan(others);
        assertThat(failed(messages.unsentDigests())).isEqualTo(others);

        MovableClock.moveBy(Duration.ofHours(24));
        runDigest();
        assertThat(digests()).as("its tries may not be over").containsExactly("DUE");
        for (int day = 0; day < 2; day++) {
            MovableClock.moveBy(Duration.ofHours(24));
            runDigest();
            runDigest();
            waiting(messages.unsentDigests()).forEach(this::failsForGood);
        }
        assertThat(digests()).containsExactly("CANCELLED", "DUE");
        assertThat(failed(messages.unsentDigests())).isEqualTo(others);

        MovableClock.moveBy(Duration.ofHours(24));
        runDigest();
        sendMessages();
        assertThat(digests()).as("the mail server is back").containsExactly("CANCELLED", "CANCELLED", "SENT");
        assertThat(received()).hasSize(1);
    }

    private List<String> digests() {
        return jdbc.queryForList(
                "select state from outbox where kind = 'INCIDENT_DIGEST' and dedupe_key like ? order by id",
                String.class,
                "%-" + Integer.toHexString(address.hashCode()));
    }

    /** The timer, and then what it starts. */
    private void runDigest() {
        var jobs = management.createJobQuery().processDefinitionKey(ProcessIds.INCIDENT_DIGEST);
        management.executeJob(jobs.timers().singleResult().getId());
        management
                .createJobQuery()
                .processDefinitionKey(ProcessIds.INCIDENT_DIGEST)
                .messages()
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private void failsForGood(Job job) {
        management.setJobRetries(job.getId(), 0);
    }

    private Job jobOf(DrivenCase driven) {
        return management.createJobQuery().processDefinitionKey(ProcessIds.SEND_MESSAGE).list().stream()
                .filter(job ->
                        driven.number().equals(runtime.getVariable(job.getProcessInstanceId(), "applicationNumber")))
                .findFirst()
                .orElseThrow();
    }

    private List<Job> waiting(Collection<Long> digests) {
        return management.createJobQuery().processDefinitionKey(ProcessIds.SEND_MESSAGE).list().stream()
                .filter(job -> digests.contains(runtime.getVariable(job.getProcessInstanceId(), "messageId")))
                .toList();
    }

    private long failed(Collection<Long> except) {
        return engine.failedSteps(except).stream()
                .filter(step -> step.step().equals(ProcessIds.DELIVER_MESSAGE))
                .mapToLong(step -> step.count())
                .sum();
    }

    private long total() {
        return engine.failedSteps(messages.unsentDigests()).stream()
                .mapToLong(step -> step.count())
                .sum();
    }

    private List<MimeMessage> received() {
        return TestMailServer.received().stream()
                .filter(mail -> TestMailServer.isTo(mail, address))
                .toList();
    }
}
