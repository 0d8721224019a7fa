package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.payment.IncomingPayment.State;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.process.College;
import io.github.gradphoto.refusal.Refusal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.TestPropertySource;

/** N11: the 已缴费名单 is seen line by line and taken in sum by sum, once; what matches nobody is claimed or sent back. */
@TestPropertySource(properties = {"gradphoto.paid-list-chunk=3", "gradphoto.registration-chunk=2"})
class PaymentsPageTest extends OfficeTest {

    private static final String PAGE = "/office/payments";
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    private Payments payments;

    @Autowired
    private ApplicationProcess process;

    @Autowired
    private StaffTaskDriver driver;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void everySumIsTakenInOnceAndTheSameListChangesNothing() throws Exception {
        var exact = college.withCode(CollectionType.CENTRAL).confirmDetails();
        var little = college.withCode(CollectionType.CENTRAL).confirmDetails();
        var much = college.withCode(CollectionType.CENTRAL).confirmDetails().payAtCounter();
        var twice = college.paid(CollectionType.CENTRAL);
        var ended = college.withCode(CollectionType.CENTRAL).confirmDetails().withdraw();
        var lines = new String[] {
            line(exact, "20.00"), line(little, "5"), line(much, "¥25"), line(twice, "20"), line(ended, "20元")
        };
        var preview = upload(lines);
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.BURSAR, language, preview)))
                    .contains(student(exact).name())
                    .doesNotContain("??");
        }
        assertThat(text(see(Staff.BURSAR, preview))).contains("匹配", "金额不足", "多缴部分退回", "重复缴费，退回", "无需缴费或申请已结束");
        assertThat(process.isOpen(exact.number(), Step.PAY)).isTrue();

        assertThat(act(preview + "/accept")).isEqualTo(302);
        assertThat(text(see(Staff.BURSAR, preview))).contains("确认入账（2 笔）");
        act(preview + "/accept");
        assertThat(text(see(Staff.BURSAR, preview))).doesNotContain("/accept");
        assertThat(steps(exact)).containsExactly(Step.UPLOAD_PHOTO);
        assertThat(steps(little)).containsExactly(Step.PAY);
        assertThat(payments.latest(little.number()).orElseThrow().restCents()).isEqualTo(1500);
        assertThat(steps(much)).containsExactlyInAnyOrder(Step.UPLOAD_PHOTO, Step.APPROVE_REFUND);
        assertThat(steps(twice)).containsExactlyInAnyOrder(Step.UPLOAD_PHOTO, Step.APPROVE_REFUND);
        assertThat(steps(ended)).containsExactly(Step.APPROVE_REFUND);

        var before = data();
        var again = upload(lines);
        assertThat(text(see(Staff.BURSAR, again))).contains("已入账或已登记").doesNotContain("/accept");
        act(again + "/accept");
        assertThat(data()).isEqualTo(before);
        assertThat(act(again + "/close")).isEqualTo(302);
        assertThat(see(Staff.BURSAR, again).getStatus()).isEqualTo(404);
    }

    @Test
    void badLinesStayOutWithTheirReasonsAndTheOthersComeIn() throws Exception {
        var good = college.withCode(CollectionType.CENTRAL).confirmDetails();
        var known = line(good, "20");
        var number = student(good).studentNumber();
        var preview = upload(
                known,
                known,
                number + ",20,昨天,T1" + SERIAL.incrementAndGet(),
                number + ",20,2099-01-01,T2" + SERIAL.incrementAndGet(),
                number + ",免费,2026-01-01,T3" + SERIAL.incrementAndGet(),
                number + ",20,2026-01-01,");
        assertThat(text(see(Staff.BURSAR, preview))).contains("流水号在名单中重复", "时间无法识别，或晚于今天", "金额无法识别", "缺少流水号");
        act(preview + "/accept");
        assertThat(steps(good)).containsExactly(Step.UPLOAD_PHOTO);
        assertThat(payments.received(good.number())).hasSize(1);

        var changed = upload(known.replace(",20,", ",21,"));
        assertThat(text(see(Staff.BURSAR, changed))).contains("这个流水号已登记，但金额或日期不同");
    }

    @Test
    void whatMatchesNobodyIsClaimedForAStudent() throws Exception {
        var driven = college.withCode(CollectionType.CENTRAL).confirmDetails();
        long payment = unmatched();
        var form = "/office/tasks/" + task(payment) + "/form";
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.BURSAR, language, form)))
                    .contains("X999", "王大妈")
                    .doesNotContain("??", "style=");
        }
        assertThat(see(Staff.REGISTRAR, form).getStatus()).isEqualTo(404);
        refused("studentNumberNeeded", payment, Step.CLAIM_PAYMENT, Map.of("decision", "ASSIGN"));
        refused("noApplicant", payment, Step.CLAIM_PAYMENT, Map.of("decision", "ASSIGN", "studentNumber", "X999"));
        complete(
                payment,
                Step.CLAIM_PAYMENT,
                College.BURSAR,
                Map.of("decision", "ASSIGN", "studentNumber", student(driven).studentNumber()));
        assertThat(steps(driven)).containsExactly(Step.UPLOAD_PHOTO);
        assertThat(payments.received(driven.number()))
                .extracting(money -> money.state())
                .containsExactly(State.COUNTED);
        assertThat(jdbc.queryForObject("select payer_enc from incoming_payment where id = ?", String.class, payment))
                .doesNotContain("王大妈");
    }

    @Test
    void whatIsNobodysIsSentBackByASecondPerson() throws Exception {
        long payment = unmatched();
        refused("noteNeeded", payment, Step.CLAIM_PAYMENT, Map.of("decision", "RETURN"));
        complete(payment, Step.CLAIM_PAYMENT, College.BURSAR, Map.of("decision", "RETURN", "note", "非本校学生"));
        var form = text(see(Staff.BURSAR, "/office/tasks/" + task(payment) + "/form"));
        assertThat(form).contains("退款流水号").doesNotContain("??");
        refused("secondPersonNeeded", payment, Step.RETURN_PAYMENT, Map.of("reference", "退-1"));
        refused("referenceNeeded", payment, Step.RETURN_PAYMENT, Map.of());
        complete(payment, Step.RETURN_PAYMENT, College.OTHER_BURSAR, Map.of("reference", "退-1"));
        assertThat(jdbc.queryForObject("select state from incoming_payment where id = ?", String.class, payment))
                .isEqualTo("RETURNED");
    }

    @Test
    void onlyTheBursaryAndOnlyAListOfThisKind() throws Exception {
        assertThat(see(Staff.REGISTRAR, PAGE).getStatus()).isEqualTo(403);
        assertThat(text(see(Staff.BURSAR, Locale.ENGLISH, PAGE))).doesNotContain("??");
        assertThat(send(new byte[0]).getStatus()).isEqualTo(422);
        var wrong = send("学号,备注\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("缺少这些列：金额、时间、流水号");
    }

    /** A list as an old platform writes it: other headers, GB18030, a number that nobody has. */
    private long unmatched() throws Exception {
        var transaction = "U" + SERIAL.incrementAndGet();
        var file = "交易时间,交易流水号,学/工号,缴费人,缴费金额\n20260105083000," + transaction + ",X999,王大妈,20.00\n";
        var preview = send(file.getBytes(Charset.forName("GB18030"))).getRedirectedUrl();
        assertThat(text(see(Staff.BURSAR, preview))).contains("未匹配", "2026-01-05");
        act(preview + "/accept");
        return jdbc.queryForObject(
                "select id from incoming_payment where transaction_number = ?", Long.class, transaction);
    }

    private String task(long payment) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey("payment-" + payment)
                .singleResult()
                .getId();
    }

    private void complete(long payment, Step step, String by, Map<String, String> fields) {
        driver.complete("payment-" + payment, step, by, fields);
    }

    private void refused(String key, long payment, Step step, Map<String, String> fields) {
        Assertions.assertThatThrownBy(() -> complete(payment, step, College.BURSAR, fields))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private List<Step> steps(DrivenCase driven) {
        return process.openSteps(driven.number()).stream()
                .map(open -> open.step())
                .toList();
    }

    private String data() {
        return List.of("incoming_payment", "fee_order", "refund", "outbox", "act_ru_task").stream()
                .map(table -> table + jdbc.queryForObject("select count(*) from " + table, Long.class))
                .toList()
                .toString();
    }

    private String line(DrivenCase driven, String amount) {
        return "%s,%s,2026-01-05 08:30:00,T%d"
                .formatted(student(driven).studentNumber(), amount, SERIAL.incrementAndGet());
    }

    private String upload(String... lines) throws Exception {
        var file = "学号,金额,时间,流水号\n" + String.join("\n", lines) + "\n";
        return send(file.getBytes(StandardCharsets.UTF_8)).getRedirectedUrl();
    }

    private MockHttpServletResponse send(byte[] file) throws Exception {
        return web.perform(multipart(PAGE)
                        .file(new MockMultipartFile("list", "list.csv", "text/csv", file))
                        .with(Staff.BURSAR.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private int act(String address) throws Exception {
        return web.perform(post(address).with(Staff.BURSAR.signedIn()).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
