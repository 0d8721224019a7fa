package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.payment.Arrival;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.process.College;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MvcResult;

/** N11 for the bursary's day: unmatched money and refunds worked off in lists, and what came in and went out. */
@TestPropertySource(properties = {"gradphoto.paid-list-chunk=3", "gradphoto.registration-chunk=2"})
class BursaryPagesTest extends OfficeTest {

    private static final String PAGE = "/office/payments";
    private static final Staff SECOND = new Staff(College.OTHER_BURSAR, StaffGroup.BURSAR);
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    private ApplicationProcess process;

    @Autowired
    private Payments payments;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @Test
    void moneyOfNobodyIsClaimedOrSentBackInTheList() throws Exception {
        var driven = college.withCode(CollectionType.CENTRAL).confirmDetails();
        var claimed = unmatched("Z1", "=HYPERLINK(1)");
        var returned = unmatched("Z2", "王大妈");
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.BURSAR, language, PAGE))).doesNotContain("??");
            assertThat(text(see(Staff.BURSAR, language, PAGE + "/unmatched")))
                    .contains("王大妈")
                    .doesNotContain("??");
        }
        var address = PAGE + "/unmatched/";
        assertThat(status(Staff.BURSAR, address + task(claimed), Map.of("decision", "ASSIGN", "studentNumber", "X0")))
                .isEqualTo(422);
        assertThat(status(
                        Staff.BURSAR,
                        address + task(claimed),
                        Map.of(
                                "decision",
                                "ASSIGN",
                                "studentNumber",
                                student(driven).studentNumber())))
                .isEqualTo(302);
        assertThat(steps(driven)).containsExactly(Step.UPLOAD_PHOTO);

        assertThat(status(Staff.BURSAR, address + task(returned), Map.of("decision", "RETURN")))
                .isEqualTo(422);
        var before = task(returned);
        assertThat(status(Staff.BURSAR, address + before, Map.of("decision", "RETURN", "note", "非本校学生")))
                .isEqualTo(302);
        assertThat(text(see(Staff.BURSAR, PAGE + "/unmatched"))).contains("须由另一位老师办理");
        assertThat(status(Staff.BURSAR, address + before, Map.of("reference", "R1")))
                .isEqualTo(404);
        assertThat(status(Staff.BURSAR, address + task(returned), Map.of("reference", "R1")))
                .isEqualTo(409);
        assertThat(status(SECOND, address + task(returned), Map.of("reference", "R1")))
                .isEqualTo(302);
        assertThat(jdbc.queryForObject("select state from incoming_payment where id = ?", String.class, returned))
                .isEqualTo("RETURNED");
        assertThat(text(see(Staff.BURSAR, PAGE + "/day.csv")).lines().filter(line -> line.contains(",R1,")))
                .as("who sent it back, not who decided it")
                .singleElement()
                .asString()
                .contains("," + SECOND.username() + ",");
    }

    @Test
    void whereOnePersonIsEnoughTheListOffersIt() throws Exception {
        college.publish(College.Terms::oneOffice);
        var payment = unmatched("Z3", "李大爷");
        var address = PAGE + "/unmatched/";
        assertThat(status(Staff.BURSAR, address + task(payment), Map.of("decision", "RETURN", "note", "非本校学生")))
                .isEqualTo(302);
        assertThat(text(see(Staff.BURSAR, PAGE + "/unmatched"))).contains("李大爷").doesNotContain("须由另一位老师办理");
        assertThat(status(Staff.BURSAR, address + task(payment), Map.of("reference", "R3")))
                .isEqualTo(302);
    }

    @Test
    void refundsAreApprovedByOneAndPaidOutByAnother() throws Exception {
        var twice = cases.at(Step.APPROVE_REFUND);
        payments.arrived(
                twice.number(), new Arrival("D" + SERIAL.incrementAndGet(), 700, today()), null, College.BURSAR);
        var declined = cases.at(Step.APPROVE_REFUND);
        var all = refundTasks(twice);
        assertThat(all).hasSize(2);
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.BURSAR, language, PAGE + "/refunds")))
                    .contains(student(twice).name(), "¥7.00", "¥20.00")
                    .doesNotContain("??");
        }
        assertThat(status(Staff.BURSAR, PAGE + "/refunds/approve", Map.of("decision", "APPROVED")))
                .isEqualTo(422);
        var refusal = act(
                Staff.BURSAR,
                PAGE + "/refunds/approve",
                Map.of("task", refundTasks(declined).get(0), "decision", "DECLINED"));
        assertThat(refusal.getFlashMap().toString()).contains("succeeded=0");
        assertThat(steps(declined)).containsExactly(Step.APPROVE_REFUND);

        assertThat(act(Staff.BURSAR, PAGE + "/refunds/approve", Map.of("task", all.get(1), "decision", "APPROVED"))
                        .getFlashMap()
                        .toString())
                .contains("succeeded=1");
        var chosen = tasks.createTaskQuery()
                .processInstanceBusinessKey(twice.number())
                .taskDefinitionKey("payOutRefund")
                .singleResult();
        assertThat(jdbc.queryForList(
                        "select state from refund where application_id = ? order by id",
                        String.class,
                        application(twice).id()))
                .containsExactly("ASKED", "APPROVED");
        assertThat(text(see(Staff.BURSAR, PAGE + "/refunds"))).contains("须由另一位老师办理");
        var field = "reference_" + chosen.getId();
        assertThat(act(Staff.BURSAR, PAGE + "/refunds/pay", Map.of(field, "P1"))
                        .getFlashMap()
                        .toString())
                .contains("succeeded=0");
        assertThat(text(see(SECOND, PAGE + "/refunds"))).contains(field);
        var paid = "P" + SERIAL.incrementAndGet();
        assertThat(act(SECOND, PAGE + "/refunds/pay", Map.of(field, paid))
                        .getFlashMap()
                        .toString())
                .contains("succeeded=1");
        assertThat(act(SECOND, PAGE + "/refunds/pay", Map.of(field, paid))
                        .getFlashMap()
                        .toString())
                .contains("succeeded=0");
        assertThat(jdbc.queryForList(
                        "select state from refund where application_id = ? order by id",
                        String.class,
                        application(twice).id()))
                .containsExactly("ASKED", "PAID");
        assertThat(see(Staff.REGISTRAR, PAGE + "/refunds").getStatus()).isEqualTo(403);
        assertThat(status(Staff.REGISTRAR, PAGE + "/refunds/pay", Map.of(field, paid)))
                .isEqualTo(403);

        assertThat(text(see(Staff.BURSAR, PAGE + "/day.csv"))).contains("退费,,7.00," + paid);
    }

    @Test
    void aDayIsSummedUpByWayAndByNotice() throws Exception {
        var driven = college.paid(CollectionType.CENTRAL);
        unmatched("Z" + SERIAL.incrementAndGet(), "=1+1");
        var bars = text(see(Staff.BURSAR, PAGE + "/day"));
        assertThat(bars).contains("窗口收款", "已缴费名单", "未认领", student(driven).studentNumber());
        assertThat(text(see(Staff.BURSAR, Locale.ENGLISH, PAGE + "/day?by=VALUE_DATE")))
                .doesNotContain("??");
        var csv = text(see(Staff.BURSAR, PAGE + "/day.csv"));
        assertThat(csv).contains("窗口收款,20.00,,").contains("'=1+1");
        long in = jdbc.queryForObject(
                "select sum(amount_cents) from incoming_payment where recorded_at >= ?",
                Long.class,
                today().atStartOfDay(Deadlines.ZONE).toOffsetDateTime());
        assertThat(bars).contains(String.format(Locale.ROOT, "%,.2f", in / 100.0));
        assertThat(text(see(Staff.BURSAR, PAGE + "/day.csv?by=VALUE_DATE&day=2026-01-05")))
                .contains("'=1+1");

        assertThat(text(see(Staff.BURSAR, PAGE + "/day?day=2001-01-01"))).contains("目前没有");
        for (var day : List.of("31.12.2026", "+999999999-12-31", "-999999999-01-01", "0001-01-01")) {
            assertThat(see(Staff.BURSAR, PAGE + "/day?day=" + day).getStatus()).isEqualTo(422);
            assertThat(see(Staff.BURSAR, PAGE + "/day.csv?day=" + day).getStatus())
                    .isEqualTo(422);
        }
        assertThat(see(Staff.REGISTRAR, PAGE + "/day").getStatus()).isEqualTo(403);
        assertThat(see(Staff.REGISTRAR, PAGE + "/day.csv").getStatus()).isEqualTo(403);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
    }

    private List<Step> steps(DrivenCase driven) {
        return process.openSteps(driven.number()).stream().map(OpenStep::step).toList();
    }

    private List<String> refundTasks(DrivenCase driven) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(driven.number())
                .taskDefinitionKey("approveRefund")
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(task -> task.getId())
                .toList();
    }

    private long unmatched(String studentNumber, String transactionStart) throws Exception {
        var transaction = transactionStart + SERIAL.incrementAndGet();
        var file = "学号,姓名,金额,时间,流水号\n" + studentNumber + "," + transactionStart + ",20.00,2026-01-05," + transaction
                + "\n";
        var preview = web.perform(multipart(PAGE)
                        .file(new MockMultipartFile("list", file.getBytes(StandardCharsets.UTF_8)))
                        .with(Staff.BURSAR.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(status(Staff.BURSAR, preview + "/accept", Map.of())).isEqualTo(302);
        return jdbc.queryForObject(
                "select id from incoming_payment where transaction_number = ?", Long.class, transaction);
    }

    private String task(long payment) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey("payment-" + payment)
                .singleResult()
                .getId();
    }

    private int status(Staff who, String address, Map<String, String> fields) throws Exception {
        return act(who, address, fields).getResponse().getStatus();
    }

    private MvcResult act(Staff who, String address, Map<String, String> fields) throws Exception {
        var request = post(address).with(who.signedIn()).with(csrf());
        fields.forEach(request::param);
        return web.perform(request).andReturn();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
