package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.BURSAR;
import static io.github.gradphoto.process.College.DESK;
import static io.github.gradphoto.process.College.HEAD;
import static io.github.gradphoto.process.College.MAILROOM;
import static io.github.gradphoto.process.College.OTHER_BURSAR;
import static io.github.gradphoto.process.College.OTHER_REVIEWER;
import static io.github.gradphoto.process.College.REGISTRAR;
import static io.github.gradphoto.process.College.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.certificate.Certificate.PrintState;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.certificate.GraduationList.Graduation;
import io.github.gradphoto.demo.CaseDriver;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.prints.Carrier;
import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.registration.Comparison;
import io.github.gradphoto.registration.Reverification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Starts on the database of an earlier version with a case in every wait state, and carries each to its end. How the
 * dump is made: {@code UpgradeDumpMaker}; what an upgrade promises: {@code src/docs/upgrades.md}.
 */
class UpgradeTest extends EngineTest {

    private static final String DATABASE = "jdbc:h2:mem:upgrade;DB_CLOSE_DELAY=-1";
    private static final Instant DUMPED = Instant.parse("2026-11-24T13:30:00Z");
    private static final int MOST_STEPS = 60;

    @Autowired
    private CaseDriver driver;

    @Autowired
    private GraduationList list;

    @Autowired
    private Roster roster;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcClient jdbc;

    private int serial;

    @DynamicPropertySource
    static void dump(DynamicPropertyRegistry properties) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(DATABASE, "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("runscript from 'classpath:/upgrade/database.sql.gz' compression gzip");
        }
        var keys = Files.createDirectories(Path.of("target/upgrade-keys"));
        for (var key : new String[] {"encryption.json", "index.json"}) {
            try (var content = UpgradeTest.class.getResourceAsStream("/upgrade/keys/" + key)) {
                Files.write(keys.resolve(key), content.readAllBytes());
            }
        }
        properties.add("spring.datasource.url", () -> DATABASE);
        properties.add("gradphoto.keys.directory", keys::toString);
    }

    @BeforeEach
    void then() {
        MovableClock.moveTo(DUMPED);
    }

    @Test
    void everyCaseOfTheEarlierVersionComesToItsEnd() {
        assertThat(runtime.createProcessInstanceQuery().list())
                .as("running cases follow the newest diagrams")
                .allMatch(instance -> isNewest(instance.getProcessDefinitionId()));

        var numbers =
                jdbc.sql("select number from application").query(String.class).list();
        assertThat(numbers).hasSizeGreaterThan(25);
        numbers.forEach(this::carry);
        MovableClock.moveBy(Duration.ofMinutes(2));
        sendMessages();

        assertThat(runtime.createIncidentQuery().list()).isEmpty();
        assertThat(jdbc.sql("select distinct state from outbox")
                        .query(String.class)
                        .list())
                .as("nothing is left to send")
                .doesNotContain("DUE");
    }

    private boolean isNewest(String definitionId) {
        var definition = repository.getProcessDefinition(definitionId);
        return repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(definition.getKey())
                        .latestVersion()
                        .singleResult()
                        .getVersion()
                == definition.getVersion();
    }

    private void carry(String number) {
        var driven = driver.of(number);
        for (int i = 0; i < MOST_STEPS; i++) {
            var open = steps(driven);
            if (!open.isEmpty()) {
                act(driven, open.get(0));
            } else if (state(driven) == Application.State.RUNNING) {
                graduates(driven);
            } else {
                return;
            }
        }
        throw new AssertionError(number + " does not come to its end: " + steps(driven));
    }

    private void graduates(DrivenCase driven) {
        var student = roster.byId(applications.byNumber(driven.number()).studentId());
        assertThat(list.entryOf(student.studentNumber()))
                .as("waits for more than the list")
                .isEmpty();
        list.add(List.of(new GraduationList.Entry(
                student.studentNumber(), Graduation.GRADUATES, "510691202607%06d".formatted(++serial))));
    }

    private void act(DrivenCase driven, Step step) {
        var today = LocalDate.ofInstant(DUMPED, Deadlines.ZONE);
        switch (step) {
            case DECIDE_ELIGIBILITY -> driven.decideEligibility(true, "已核实", REGISTRAR);
            case UPLOAD_CODE, SUPPLY_CODE -> driven.uploadCode("UPGRADE-" + ++serial);
            case APPROVE_MANUAL_ENTRY -> driven.decideManualEntry(true, "已核实", REGISTRAR);
            case CONFIRM_DETAILS -> driven.confirmDetails();
            case RESOLVE_DISPUTE -> driven.resolveDispute(false, "与名册一致", REGISTRAR);
            case PAY -> driven.payAtCounter();
            case CONFIRM_PAYMENT -> driven.confirmPayment(today, BURSAR);
            case UPLOAD_PHOTO -> driven.uploadPhoto(College.portrait());
            case GIVE_DELIVERY -> driven.fetchPrintsAtCounter();
            case REVIEW_PHOTO -> driven.approvePhoto(REVIEWER);
            case GIVE_SECOND_OPINION -> driven.approveAsSecond(OTHER_REVIEWER);
            case HELP_STUDENT -> driven.helpStudent("已指导", REVIEWER);
            case RELEASE_PHOTO -> driven.release(REGISTRAR);
            case ENTER_DELIVERY_RESULT -> driven.enterDelivered(REGISTRAR);
            case ENTER_COMPARISON_RESULT -> driven.enterComparison(Comparison.PASSED, REGISTRAR);
            case PROVIDE_EVIDENCE -> driven.provideEvidence("身份证");
            case DECIDE_REVERIFICATION -> driven.decideReverification(Reverification.Decision.SUBMIT, "充分", HEAD);
            case ENTER_REVERIFICATION_RESULT -> driven.enterReverificationResult(true, "已通过", REGISTRAR);
            case CONFIRM_AT_REGISTRY -> driven.confirmAtRegistry();
            case PRINT_PHOTOS -> driven.print(MAILROOM);
            case POST_PARCEL -> driven.post(Carrier.SF, "SF9%012d".formatted(++serial), MAILROOM);
            case CONFIRM_RECEIPT -> driven.confirmReceipt();
            case RESOLVE_PARCEL -> driven.resolveParcel(Prints.ParcelDecision.DELIVERED, "学生已收到", MAILROOM);
            case HAND_OVER_PRINTS -> driven.handOverPrints(MAILROOM);
            case TAKE_IN_PRINT -> driven.takeInPrint(PrintState.AT_HAND, DESK);
            case PRINT_ON_THE_SPOT -> driven.printOnTheSpot(DESK);
            case MAKE_CERTIFICATE -> driven.makeCertificate(DESK);
            case HAND_OVER_CERTIFICATE -> driven.handOverCertificate(DESK);
            case DECIDE_LATE_CASE ->
                driven.complete(
                        step,
                        REGISTRAR,
                        Map.of("decision", "EXTEND", "until", today.plusDays(20).toString()));
            case APPROVE_REFUND -> driven.approveRefund("同意", BURSAR);
            case PAY_OUT_REFUND -> driven.payOutRefund("R-" + ++serial, OTHER_BURSAR);
            default -> throw new AssertionError("Nobody knows what to do at " + step);
        }
    }
}
