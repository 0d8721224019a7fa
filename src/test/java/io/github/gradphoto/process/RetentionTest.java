package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.BURSAR;
import static io.github.gradphoto.process.College.DESK;
import static io.github.gradphoto.process.College.MAILROOM;
import static io.github.gradphoto.process.College.REGISTRAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.EndApplication;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.certificate.Certificate.PrintState;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.certificate.GraduationList.Graduation;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.evidence.EvidencePurpose;
import io.github.gradphoto.identity.StudentSignIn;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.prints.Address;
import io.github.gradphoto.prints.Carrier;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.privacy.EncryptedText;
import io.github.gradphoto.registration.Comparison;
import io.github.gradphoto.retention.DeletionRecord;
import io.github.gradphoto.retention.Retention;
import io.github.gradphoto.retention.RetentionRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Personal data goes when its time is over, and leaves a record that names nobody. Privacy, PIPL art. 47. */
@TestPropertySource(properties = "gradphoto.retention.chunk=2")
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetentionTest extends EngineTest {

    /** Of nobody else in these tests. */
    private static final Address HOME = new Address("李收件", "13712345678", "四川省", "绵阳市", "涪城区", "收件路9号");

    @Autowired
    private Retention retention;

    @Autowired
    private EndApplication ends;

    @Autowired
    private Roster roster;

    @Autowired
    private GraduationList list;

    @Autowired
    private EvidenceFile evidence;

    @Autowired
    private Photos photos;

    @Autowired
    private StudentSignIn signIn;

    @Autowired
    private EncryptedText encryption;

    @Autowired
    private AuditLog audit;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void notice() {
        cases.publish(terms -> terms);
    }

    @Test
    void aCollectedCaseLeavesNothingOfThePersonAnywhere() {
        var driven = collected("510691202606900001");
        var student = studentOf(driven);
        evidence.add(
                applications.byNumber(driven.number()).id(),
                EvidencePurpose.PROXY_LETTER,
                null,
                evidence.prepare(College.portrait()),
                student.studentNumber());
        roster.updateContact(student.id(), student.email(), HOME.phone());
        photos.show(photos.current(driven.number()).standardId(), student.studentNumber(), "own");
        audit.record(REGISTRAR, "data-copied-for-student", "student-" + student.id(), student.name() + "的母亲来取");
        signIn.requestCode(student.studentNumber(), student.idNumber().substring(12));
        MovableClock.moveBy(Duration.ofMinutes(2)); // an approval is told after a minute
        sendMessages();
        assertThat(found(student)).as("the scan finds what is there").isNotEmpty();
        var photo = photos.current(driven.number());
        var running = cases.inReview(CollectionType.CENTRAL);

        MovableClock.moveBy(Duration.ofDays(410));
        runAtNight();

        assertThat(found(student)).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from photo_blob where id in (?, ?)",
                        Long.class,
                        photo.originalId(),
                        photo.standardId()))
                .isZero();
        assertThat(count("evidence")).isZero();
        assertThat(historyOf(driven)).isZero();
        assertThat(historyOf(running)).isPositive();
        waitsFor(running, Step.REVIEW_PHOTO);
        assertThat(retention.records())
                .filteredOn(record -> record.rule() == RetentionRule.FINISHED)
                .extracting(DeletionRecord::category)
                .contains("PHOTOS", "PICTURES", "DELIVERY", "CODES", "EVIDENCE", "HISTORY", "CONTACT");
        assertThat(retention.records())
                .extracting(DeletionRecord::rule)
                .contains(RetentionRule.ROSTER, RetentionRule.CODES);

        var before = retention.records();
        runAtNight();
        assertThat(retention.records()).isEqualTo(before);
    }

    @Test
    void eachCaseGoesByItsOwnRuleAndNeverWhileItRuns() {
        var withdrawn = cases.withCode(CollectionType.CENTRAL).withdraw();
        var refundOpen = cases.paid(CollectionType.CENTRAL);
        ends.cancel(refundOpen.number(), "学生退学", College.REGISTRAR);
        var finished = collected("510691202606900002");
        MovableClock.moveBy(Duration.ofDays(29));
        runAtNight();
        assertThat(isErased(withdrawn)).isFalse();

        MovableClock.moveBy(Duration.ofDays(2));
        runAtNight();
        assertThat(isErased(withdrawn)).isTrue();
        assertThat(isErased(refundOpen)).as("its refund still runs").isFalse();
        assertThat(isErased(finished)).isFalse();
        assertThat(studentOf(withdrawn).email())
                .as("may apply in the next round")
                .isNotNull();

        refundOpen.approveRefund("同意", BURSAR).payOutRefund("退款流水", College.OTHER_BURSAR);
        MovableClock.moveBy(Duration.ofDays(31));
        runAtNight();
        assertThat(isErased(refundOpen)).isTrue();
        assertThat(jdbc.queryForObject("select count(*) from refund where reference is not null", Long.class))
                .isZero();
        assertThat(isErased(finished)).isFalse();
    }

    @Test
    void aRunThatBreaksOffIsGoneOnWith() {
        var three = List.of(
                cases.withCode(CollectionType.CENTRAL).withdraw(),
                cases.withCode(CollectionType.CENTRAL).withdraw(),
                cases.withCode(CollectionType.CENTRAL).withdraw());
        MovableClock.moveBy(Duration.ofDays(31));
        while (three.stream().noneMatch(this::isErased)) {
            assertThat(retention.deleteNext()).isFalse();
        }
        assertThat(three.stream().filter(this::isErased).count())
                .as("a chunk, and no more")
                .isEqualTo(2);
        runAtNight();
        assertThat(three).allMatch(this::isErased);
    }

    @Test
    void messagesLoseTheirTextAndCodesGoSooner() {
        var driven = cases.withCode(CollectionType.CENTRAL);
        signIn.requestCode(
                studentOf(driven).studentNumber(), studentOf(driven).idNumber().substring(12));
        sendMessages();
        MovableClock.moveBy(Duration.ofDays(2));
        runAtNight();
        assertThat(count("sign_in_code")).isZero();
        assertThat(jdbc.queryForObject(
                        "select count(*) from outbox where application_number = ? and body_enc is not null",
                        Long.class,
                        driven.number()))
                .isPositive();
        MovableClock.moveBy(Duration.ofDays(90));
        runAtNight();
        assertThat(jdbc.queryForObject(
                        "select count(*) from outbox where application_number = ? and state = 'SENT' and body_enc is not null",
                        Long.class,
                        driven.number()))
                .isZero();
    }

    /** A new table has to say what becomes of it. */
    @Test
    void everyTableOfTheSchemaHasARule() throws Exception {
        var tables = jdbc
                .queryForList(
                        "select lower(table_name) from information_schema.tables where table_schema = 'PUBLIC'",
                        String.class)
                .stream()
                .filter(name -> !name.startsWith("act_") && !name.startsWith("flyway"))
                .toList();
        assertThat(retention.tables()).containsExactlyInAnyOrderElementsOf(tables);
    }

    private DrivenCase collected(String certificateNumber) {
        var driven = cases.paid(CollectionType.INDIVIDUAL)
                .uploadPhoto(College.portrait())
                .havePrintsPosted(HOME)
                .approvePhoto(College.REVIEWER)
                .release(College.REGISTRAR)
                .enterDelivered(College.REGISTRAR)
                .enterComparison(Comparison.PASSED, College.REGISTRAR)
                .print(MAILROOM)
                .post(Carrier.SF, College.Cases.trackingNumber(), MAILROOM);
        list.add(List.of(
                new GraduationList.Entry(studentOf(driven).studentNumber(), Graduation.GRADUATES, certificateNumber)));
        return driven.takeInPrint(PrintState.AT_HAND, DESK)
                .makeCertificate(DESK)
                .handOverCertificate(DESK);
    }

    private Student studentOf(DrivenCase driven) {
        return roster.byId(applications.byNumber(driven.number()).studentId());
    }

    private boolean isErased(DrivenCase driven) {
        return jdbc.queryForObject(
                        "select count(*) from application where number = ? and erased_at is not null",
                        Long.class,
                        driven.number())
                == 1;
    }

    private long historyOf(DrivenCase driven) {
        return history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(driven.number())
                        .count()
                + history.createHistoricVariableInstanceQuery()
                        .variableValueEquals("applicationNumber", driven.number())
                        .count();
    }

    private long count(String table) {
        return jdbc.queryForObject("select count(*) from " + table, Long.class);
    }

    /** The timer, and then the jobs of the run that it starts. */
    private void runAtNight() {
        management.executeJob(management
                .createJobQuery()
                .processDefinitionKey(ProcessIds.RETENTION)
                .timers()
                .singleResult()
                .getId());
        for (int chunk = 0; chunk < 100; chunk++) {
            var jobs = management
                    .createJobQuery()
                    .processDefinitionKey(ProcessIds.RETENTION)
                    .messages()
                    .list();
            if (jobs.isEmpty()) {
                return;
            }
            jobs.forEach(job -> management.executeJob(job.getId()));
        }
        throw new AssertionError("The run does not end at " + ClockUtil.getCurrentTime());
    }

    /** Where in all text columns of our tables and the engine's there is something of the person; ciphertext is read. */
    private List<String> found(Student student) {
        var wanted = List.of(
                student.name(),
                student.studentNumber(),
                student.idNumber(),
                HOME.recipient(),
                HOME.phone(),
                HOME.street(),
                student.email());
        var found = new ArrayList<String>();
        for (var column : jdbc.queryForList("""
                select lower(table_name) as t, lower(column_name) as c from information_schema.columns
                where table_schema = 'PUBLIC' and lower(table_name) not like 'flyway%' and data_type in ('CHARACTER VARYING', 'CHARACTER LARGE OBJECT')""")) {
            found.addAll(found(column, wanted));
        }
        return found;
    }

    private List<String> found(Map<String, Object> column, List<String> wanted) {
        var name = (String) column.get("c");
        return jdbc
                .queryForList(
                        "select \"%s\" from \"%s\" where \"%s\" is not null"
                                .formatted(
                                        name.toUpperCase(),
                                        column.get("t").toString().toUpperCase(),
                                        name.toUpperCase()),
                        String.class)
                .stream()
                .map(value -> name.endsWith("_enc") ? encryption.convertToEntityAttribute(value) : value)
                .filter(value -> wanted.stream().anyMatch(word -> contains(value, word)))
                .map(value -> column.get("t") + "." + name + ": " + value)
                .toList();
    }

    /** 学生1 is not found in 学生12. */
    private static boolean contains(String text, String word) {
        return text.matches("(?s).*(?<!\\d)" + java.util.regex.Pattern.quote(word) + "(?!\\d).*");
    }
}
