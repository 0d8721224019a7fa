package io.github.gradphoto.resilience;

import static io.github.gradphoto.process.College.BURSAR;
import static io.github.gradphoto.process.College.DESK;
import static io.github.gradphoto.process.College.MAILROOM;
import static io.github.gradphoto.process.College.REGISTRAR;
import static io.github.gradphoto.process.College.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradphoto.GradPhotoTest;
import io.github.gradphoto.PostgresDatabase;
import io.github.gradphoto.TestMailServer;
import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.certificate.Certificate.PrintState;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.prints.PrintRuns;
import io.github.gradphoto.process.College;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.resilience.KilledNode.Moment;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * A node is killed (SIGKILL) in the middle of each side effect, before and after the commit, on PostgreSQL: the case goes
 * on, with one charge, one print, one refund, one release, one certificate; a message leaves twice only when the server had
 * taken it and the node died before it could write that down, and then both bear one Message-ID.
 */
@GradPhotoTest
@Import(College.class)
@ContextConfiguration(initializers = {TestMailServer.class, PostgresDatabase.class})
class KillTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(100_000);

    /** One side effect: a case that waits for it, and how it is counted. */
    private record Deed(Step step, String by, Map<String, String> fields, String count) {

        String order(String number) {
            var given = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + field.getValue())
                    .collect(Collectors.joining(","));
            return String.join(";", "task", number, step.name(), by, given);
        }
    }

    @Autowired
    private College.Cases cases;

    @Autowired
    private StaffTaskDriver staff;

    @Autowired
    private ApplicationProcess process;

    @Autowired
    private Applications applications;

    @Autowired
    private Roster roster;

    @Autowired
    private GraduationList graduations;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private PrintRuns prints;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Environment environment;

    @BeforeEach
    void notice() {
        cases.publish(terms -> terms.oneOffice());
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void theCaseGoesOnAndNothingIsDoneTwice(Moment moment) throws Exception {
        var deeds = deeds();
        var student = cases.enrol();
        var mailed = cases.apply(student);
        var orders = new ArrayList<KilledNode.Deed>();
        deeds.forEach((driven, deed) -> orders.add(new KilledNode.Deed(moment, 0, deed.order(driven.number()))));
        var job = mailJob(mailed);
        orders.add(new KilledNode.Deed(moment, 0, "job;" + job));
        var toPrint = List.of(cases.registered(CollectionType.CENTRAL), cases.registered(CollectionType.CENTRAL));
        long run = prints.open(
                applications.byNumber(toPrint.get(0).number()).noticeId(),
                toPrint.stream().map(DrivenCase::number).toList(),
                MAILROOM);
        orders.add(new KilledNode.Deed(moment, 0, "prints;" + run + ";" + MAILROOM));

        new NodeToKill(environment).killInTheMiddleOf(orders);

        deeds.forEach((driven, deed) -> {
            boolean committed = moment == Moment.AFTER;
            assertThat(isOpen(driven, deed.step()))
                    .as("%s waits as if nothing had happened, or is done", deed.step())
                    .isEqualTo(!committed);
            assertThat(count(driven, deed)).as(deed.step().name()).isEqualTo(committed ? 1 : 0);
            if (committed) {
                assertThatThrownBy(() -> repeat(driven, deed)).isInstanceOf(Refusal.class);
            } else {
                repeat(driven, deed);
            }
            assertThat(count(driven, deed)).as(deed.step().name()).isOne();
        });
        theRunGoesOn(run, toPrint, moment);
        var left = management.createJobQuery().jobId(job).list();
        assertThat(left).hasSize(moment == Moment.BEFORE ? 1 : 0);
        left.forEach(one -> management.executeJob(one.getId()));
        var received = TestMailServer.received().stream()
                .filter(message -> TestMailServer.isTo(message, student.email()))
                .toList();
        assertThat(received).hasSize(moment == Moment.BEFORE ? 2 : 1);
        assertThat(received.stream().map(KillTest::id).distinct()).hasSize(1);
        carryOn(deeds.keySet().stream().toList());
        assertThat(runtime.createIncidentQuery().list()).isEmpty();
    }

    /** The node died at the first of two: the rest is reported, and nobody twice. */
    private void theRunGoesOn(long run, List<DrivenCase> members, Moment moment) {
        assertThat(prints.byId(run).open()).isEqualTo(moment == Moment.BEFORE ? 2 : 1);
        assertThat(isOpen(members.get(0), Step.PRINT_PHOTOS)).isEqualTo(moment == Moment.BEFORE);
        prints.printed(run, 0, PrintRuns.MOST, MAILROOM);
        assertThat(prints.byId(run).printed()).isEqualTo(2);
        for (var one : members) {
            assertThat(isOpen(one, Step.PRINT_PHOTOS)).isFalse();
            assertThat(jdbc.sql("select count(*) from audit_entry where subject = ? and action = 'printed'")
                            .param(one.number())
                            .query(Long.class)
                            .single())
                    .isOne();
        }
    }

    private Map<DrivenCase, Deed> deeds() {
        var today = LocalDate.now().toString();
        var all = new LinkedHashMap<DrivenCase, Deed>();
        all.put(
                cases.withCode(CollectionType.CENTRAL).confirmDetails().payAtCounter(),
                new Deed(
                        Step.CONFIRM_PAYMENT,
                        BURSAR,
                        Map.of("decision", "RECEIVED", "amount", "20.00", "valueDate", today, "reference", next("K")),
                        "select count(*) from incoming_payment where application_id = ?"));
        all.put(
                cases.inReview(CollectionType.CENTRAL),
                new Deed(
                        Step.REVIEW_PHOTO,
                        REVIEWER,
                        Map.of("decision", "APPROVED"),
                        "select count(*) from review where application_id = ?"));
        all.put(
                cases.inReview(CollectionType.CENTRAL).approvePhoto(REVIEWER),
                new Deed(
                        Step.RELEASE_PHOTO,
                        REGISTRAR,
                        Map.of(),
                        "select count(*) from registration where application_id = ? and released_at is not null"));
        all.put(
                cases.registered(CollectionType.CENTRAL),
                new Deed(
                        Step.PRINT_PHOTOS,
                        MAILROOM,
                        Map.of(),
                        "select count(*) from print_set where application_id = ? and printed_at is not null"));
        all.put(
                cases.paid(CollectionType.CENTRAL).withdraw(),
                new Deed(
                        Step.PAY_OUT_REFUND,
                        BURSAR,
                        Map.of("reference", next("R")),
                        "select count(*) from refund where application_id = ? and state = 'PAID'"));
        all.put(
                atTheDesk(),
                new Deed(
                        Step.HAND_OVER_CERTIFICATE,
                        DESK,
                        Map.of("receiver", "STUDENT", "identityChecked", "true"),
                        "select count(*) from certificate where application_id = ? and handed_over_at is not null"));
        return all;
    }

    private DrivenCase atTheDesk() {
        var driven = cases.registered(CollectionType.CENTRAL);
        var student = roster.byId(applications.byNumber(driven.number()).studentId());
        graduations.add(List.of(new GraduationList.Entry(
                student.studentNumber(),
                GraduationList.Graduation.GRADUATES,
                "123451202606" + NUMBERS.incrementAndGet())));
        return driven.takeInPrint(PrintState.AT_HAND, DESK).makeCertificate(DESK);
    }

    private static String next(String prefix) {
        return prefix + NUMBERS.incrementAndGet();
    }

    private String mailJob(DrivenCase driven) {
        return management.createJobQuery().processDefinitionKey("sendMessage").list().stream()
                .filter(job ->
                        driven.number().equals(runtime.getVariable(job.getProcessInstanceId(), "applicationNumber")))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private boolean isOpen(DrivenCase driven, Step step) {
        return process.openSteps(driven.number()).stream().map(OpenStep::step).anyMatch(step::equals);
    }

    private long count(DrivenCase driven, Deed deed) {
        return jdbc.sql(deed.count())
                .param(applications.byNumber(driven.number()).id())
                .query(Long.class)
                .single();
    }

    private void repeat(DrivenCase driven, Deed deed) {
        staff.complete(driven.number(), deed.step(), deed.by(), deed.fields());
    }

    /** Each case goes one step further than where the node died. */
    private void carryOn(List<DrivenCase> driven) {
        driven.get(0).uploadPhoto(College.portrait());
        assertThat(isOpen(driven.get(0), Step.REVIEW_PHOTO)).isTrue();
        driven.get(1).release(REGISTRAR);
        driven.get(2).enterDelivered(REGISTRAR);
        driven.get(3).handOverPrints(MAILROOM);
        assertThat(process.openSteps(driven.get(4).number())).isEmpty();
        assertThat(applications.byNumber(driven.get(5).number()).state()).isEqualTo(Application.State.COLLECTED);
    }

    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
