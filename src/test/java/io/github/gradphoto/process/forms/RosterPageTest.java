package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.ResidentId;
import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.process.ProcessIds;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.support.TransactionTemplate;

/** N02: a roster is seen before it changes anything, taken in whole even after a stop, and reaches running cases. */
class RosterPageTest extends OfficeTest {

    private static final String PAGE = "/office/roster";
    private static final List<String> HEADINGS =
            List.of("学号", "姓名", "证件号", "院系", "专业名称", "班级", "年级", "层次", "招生类型", "学籍状态", "邮箱", "手机", "班主任");
    private static final AtomicInteger SERIAL = new AtomicInteger(1000);

    @Autowired
    private ManagementService management;

    @Autowired
    private ApplicationProcess process;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void nothingIsLeftRunning() {
        run();
        jdbc.update("delete from roster_heading");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void aListIsSeenThenTakenInThenTheSameListChangesNothing(String charset) throws Exception {
        var one = person("阿依古丽·买买提");
        var two = person("王㛃");
        var file = csv(List.of(one, two)).getBytes(Charset.forName(charset));
        var preview = send(file).getRedirectedUrl();

        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            var page = text(see(Staff.REGISTRAR, language, preview));
            assertThat(page).doesNotContain("??").doesNotContain(one.get("证件号")).doesNotContain(one.get("手机"));
        }
        assertThat(roster.byNumber(one.get("学号"))).isEmpty();
        assertThat(see(new Staff("other-registrar", StaffGroup.REGISTRAR), preview)
                        .getStatus())
                .isEqualTo(404);

        var progress = accept(preview).getRedirectedUrl();
        assertThat(see(Staff.REGISTRAR, progress).getHeader("Refresh")).isEqualTo("2");
        assertThat(see(Staff.REGISTRAR, preview).getStatus()).isEqualTo(404);
        run();
        assertThat(see(Staff.REGISTRAR, progress).getHeader("Refresh")).isNull();
        assertThat(text(see(Staff.REGISTRAR, progress))).contains("全部导入完毕");
        var student = roster.byNumber(one.get("学号")).orElseThrow();
        assertThat(student.name()).isEqualTo("阿依古丽·买买提");
        assertThat(student.email()).isEqualTo(one.get("邮箱"));
        assertThat(student.classCode()).isEqualTo(one.get("班级"));
        assertThat(student.gender()).isEqualTo("男");
        assertThat(jdbc.queryForObject("select count(*) from roster_import_rows", Long.class))
                .isZero();

        int version = version(student);
        var again = send(file).getRedirectedUrl();
        assertThat(text(see(Staff.REGISTRAR, again))).contains("与现有名册完全一致").doesNotContain("/accept");
        assertThat(accept(again).getStatus()).isEqualTo(409);
        run();
        assertThat(version(student)).isEqualTo(version);
    }

    @Test
    void badRowsStayOutWithTheirReasonAndTheOthersComeIn() throws Exception {
        var good = person("王一");
        var bad = person("王二");
        bad.put("证件号", "510699199902290031");
        var preview = send(csv(List.of(good, bad))).getRedirectedUrl();

        assertThat(text(see(Staff.REGISTRAR, preview))).contains("身份证号中的出生日期不存在", "1 行有问题");
        var faults = see(Staff.REGISTRAR, preview + "/faults.csv");
        assertThat(text(faults)).contains("3,证件号,身份证号中的出生日期不存在").doesNotContain("510699199902290031");
        accept(preview);
        run();
        assertThat(roster.byNumber(good.get("学号"))).isPresent();
        assertThat(roster.byNumber(bad.get("学号"))).isEmpty();
    }

    @Test
    void whatIsNotSeenIsNotTakenIn() throws Exception {
        var person = person("王一");
        var preview = send(csv(List.of(person))).getRedirectedUrl();
        assertThat(web.perform(post(preview + "/accept")
                                .param("seen", "9-9-9-9")
                                .with(Staff.REGISTRAR.signedIn())
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(409);
        assertThat(roster.byNumber(person.get("学号"))).isEmpty();
        assertThat(web.perform(post(preview + "/discard")
                                .with(Staff.REGISTRAR.signedIn())
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        assertThat(see(Staff.REGISTRAR, preview).getStatus()).isEqualTo(404);
    }

    @Test
    void asManyChangesOfOthersAreNotWhatWasSeen() throws Exception {
        var both = Stream.generate(college::enrol)
                .filter(student -> (student.idNumber().charAt(16) - '0') % 2 == 1) // 男, as the roster says
                .limit(2)
                .map(student -> {
                    // a list refuses the digits of the made-up names
                    roster.correct(student.id(), Map.of(RosterField.NAME, "王一"));
                    return roster.byId(student.id());
                })
                .toList();
        var one = both.get(0);
        var other = both.get(1);
        var changed = row(one);
        changed.put("专业名称", "物流管理");
        var preview = send(csv(List.of(changed, row(other)))).getRedirectedUrl();
        var seen = seen(preview);

        // one is as the list says now, and the other is not: still one change and one row that stays
        roster.correct(one.id(), Map.of(RosterField.MAJOR, "物流管理"));
        roster.correct(other.id(), Map.of(RosterField.MAJOR, "市场营销"));
        assertThat(accept(preview, seen).getStatus()).isEqualTo(409);
        assertThat(roster.byId(other.id()).major()).isEqualTo("市场营销");
        assertThat(accept(preview).getStatus()).isEqualTo(302);
    }

    @Test
    void asManyMarksOfOthersAreNotWhatWasSeen() throws Exception {
        var marked = college.enrol();
        var known = college.enrol(row -> row.photoRegistered(true));
        var file = "学号,姓名\n%s,%s\n%s,%s\n"
                .formatted(marked.studentNumber(), marked.name(), known.studentNumber(), known.name());
        var preview = send(PAGE + "/registered", "list", file.getBytes(StandardCharsets.UTF_8))
                .getRedirectedUrl();
        var seen = seen(preview);
        roster.markPhotoRegistered(marked.id());
        jdbc.update("update student set photo_registered = false where id = ?", known.id());
        assertThat(accept(preview, seen).getStatus()).isEqualTo(409);
        assertThat(roster.byId(known.id()).isPhotoRegistered()).isFalse();
    }

    @Test
    void aStopInTheMiddleIsGoneOnFromAndNothingIsInTwice() throws Exception {
        var people = IntStream.range(0, 450).mapToObj(i -> person("人")).toList();
        var progress = accept(send(csv(people)).getRedirectedUrl()).getRedirectedUrl();
        var jobs = jobs();
        assertThat(jobs).hasSize(1);
        management.executeJob(jobs.get(0).getId());
        assertThat(present(people)).isEqualTo(200);

        transaction.executeWithoutResult(killed -> {
            management.executeJob(jobs().get(0).getId());
            killed.setRollbackOnly();
        });
        assertThat(present(people)).isEqualTo(200);
        assertThat(text(see(Staff.REGISTRAR, progress))).contains("200 / 450");
        assertThat(accept(send(csv(List.of(person("别人")))).getRedirectedUrl()).getStatus())
                .isEqualTo(409);

        run();
        assertThat(present(people)).isEqualTo(450);
        assertThat(jdbc.queryForMap("select done, added, same from roster_import order by id desc limit 1"))
                .containsEntry("DONE", 450)
                .containsEntry("ADDED", 450);
    }

    @Test
    void aChangedRowReachesTheRunningCaseAndTheStudentConfirmsAgain() throws Exception {
        var driven = college.inReview(CollectionType.CENTRAL);
        var student = student(driven);
        var row = row(student);
        row.put("姓名", "王小䶮");
        row.put("班级", "会计扩招2班");
        row.put("邮箱", "stale@example.com");
        var preview = send(csv(List.of(row))).getRedirectedUrl();

        assertThat(text(see(Staff.REGISTRAR, preview))).contains("学生须再核对一次", "1 名学生自己核对过联系方式");
        accept(preview);
        run();
        var changed = student(driven);
        assertThat(changed.name()).isEqualTo("王小䶮");
        assertThat(changed.classCode()).isEqualTo("会计扩招2班");
        assertThat(changed.email()).isEqualTo(student.email());
        assertThat(process.isOpen(driven.number(), Step.RECONFIRM_DETAILS)).isTrue();
        assertThat(jdbc.queryForList(
                        "select kind from outbox where application_number = ? and kind = 'ROSTER_CORRECTED'",
                        String.class,
                        driven.number()))
                .hasSize(1);
    }

    @Test
    void aNewClassTeacherIsFoundByNameAndAMissingStudentStays() throws Exception {
        if (!accounts.exists("teacher-feng")) {
            accounts.create("teacher-feng", "冯雪", "secret", Set.of(StaffGroup.CLASS_TEACHER));
        }
        var department = "院系" + SERIAL.incrementAndGet();
        var stays = person("留下");
        var named = person("在册");
        stays.put("院系", department);
        named.put("院系", department);
        accept(send(csv(List.of(stays, named))).getRedirectedUrl());
        run();

        named.put("班主任", "冯雪");
        var preview = send(csv(List.of(named))).getRedirectedUrl();
        assertThat(text(see(Staff.REGISTRAR, preview))).contains("名单中没有的同年级同院系学生（1 人）", stays.get("学号"));
        accept(preview);
        run();
        assertThat(roster.byNumber(named.get("学号")).orElseThrow().classTeacher())
                .isEqualTo("teacher-feng");
        assertThat(roster.byNumber(stays.get("学号"))).isPresent();

        named.put("班主任", "查无此人");
        assertThat(text(see(Staff.REGISTRAR, send(csv(List.of(named))).getRedirectedUrl())))
                .contains("还没有账号", "查无此人", "与现有名册完全一致");
    }

    @Test
    void columnsAreMatchedByHandOnceAndRemembered() throws Exception {
        var person = person("王一");
        var file = ("2023 级学生名册\n" + csv(List.of(person)).replace("院系,", "培养单位,")).getBytes(StandardCharsets.UTF_8);
        var preview = send(file).getRedirectedUrl();
        assertThat(text(see(Staff.REGISTRAR, preview))).contains("还没有找到这些必需的列").doesNotContain("/accept");

        assertThat(columns(preview, Map.of("heading_3", "培养单位", "column_3", "NONSENSE")))
                .isEqualTo(422);
        assertThat(columns(
                        preview,
                        Map.of(
                                "heading_3",
                                "培养单位",
                                "column_3",
                                "DEPARTMENT",
                                "heading_4",
                                "x",
                                "column_4",
                                "DEPARTMENT")))
                .isEqualTo(422);
        assertThat(columns(preview, Map.of("heading_3", "培养单位", "column_3", "DEPARTMENT")))
                .isEqualTo(302);
        assertThat(text(see(Staff.REGISTRAR, preview))).contains("/accept");
        assertThat(text(see(Staff.REGISTRAR, send(file).getRedirectedUrl()))).contains("/accept");
        accept(preview);
        run();
        assertThat(roster.byNumber(person.get("学号")).orElseThrow().department()).isEqualTo(person.get("院系"));
    }

    @ParameterizedTest
    @CsvSource({
        "'学号,姓名,金额,时间,流水号',缴费名单",
        "'学号,姓名,毕结业结论,证书编号',发证名单",
        "'学号,姓名,快递单号',快递单号表",
        "'学号,姓名,bz',人像比对结果",
        "'学号,姓名,课程名称,成绩',成绩表",
        "'编号,说明',没有名册的列名"
    })
    void aFileOfAnotherTableIsNamedAndRefused(String headings, String word) throws Exception {
        var answer = send((headings + "\n" + headings.replaceAll("[^,]+", "1")).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains(word);
    }

    @Test
    void whatIsNoTableIsRefused() throws Exception {
        assertThat(send(new byte[0]).getStatus()).isEqualTo(422);
        assertThat(send(new byte[] {'P', 'K', 3, 4, 1, 2, 3}).getStatus()).isEqualTo(422);
        assertThat(send(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1}).getStatus())
                .isEqualTo(422);
    }

    @Test
    void nobodyButTheOfficeSeesIt() throws Exception {
        var preview = send(csv(List.of(person("王一")))).getRedirectedUrl();
        for (var who : List.of(Staff.REVIEWER, Staff.BURSAR, Staff.DESK, Staff.teacher("teacher1"))) {
            for (var address : List.of(PAGE, preview, preview + "/faults.csv", PAGE + "/imports/1", PAGE + "/photos")) {
                assertThat(see(who, address).getStatus()).as(address).isEqualTo(403);
            }
        }
    }

    @Test
    void whomTheRegistryHasIsMarkedAndNeverGoesOnToPayment() throws Exception {
        var waiting = college.withCode(CollectionType.CENTRAL);
        var calm = college.enrol();
        var file = "身份证号,姓名\n%s,%s\n%s,%s\n510699198506200052,王五\n%s,别人\n"
                .formatted(
                        student(waiting).idNumber(),
                        student(waiting).name(),
                        calm.idNumber(),
                        calm.name(),
                        calm.idNumber());
        var preview = send(PAGE + "/registered", "list", file.getBytes(StandardCharsets.UTF_8))
                .getRedirectedUrl();
        assertThat(text(see(Staff.REGISTRAR, preview)))
                .contains("标记，并结束申请", "名册中没有这名学生", "姓名与名册不一致")
                .doesNotContain(calm.idNumber());
        accept(preview);
        run();
        assertThat(student(waiting).isPhotoRegistered()).isTrue();
        assertThat(roster.byId(calm.id()).isPhotoRegistered()).isTrue();
        assertThat(application(waiting).state()).isEqualTo(Application.State.ENDED);
        assertThat(process.isOpen(waiting.number(), Step.PAY)).isFalse();

        assertThat(text(see(
                        Staff.REGISTRAR,
                        send(PAGE + "/registered", "list", file.getBytes(StandardCharsets.UTF_8))
                                .getRedirectedUrl())))
                .contains("不需要导入");
        assertThat(send(PAGE + "/registered", "list", "姓名,备注\n王,1\n".getBytes(StandardCharsets.UTF_8))
                        .getStatus())
                .isEqualTo(422);
    }

    private static Map<String, String> person(String name) {
        int n = SERIAL.incrementAndGet();
        var digits = "5106991990%02d%02d%03d".formatted(1 + n / 28 % 12, 1 + n % 28, 2 * (n % 400) + 1);
        var row = new HashMap<String, String>();
        row.put("学号", "R%06d".formatted(n));
        row.put("姓名", name);
        row.put("证件号", digits + ResidentId.checkCharacter(digits));
        row.put("院系", "财经商贸学院");
        row.put("专业名称", "大数据与会计");
        row.put("班级", "名册" + n / 50 + "班");
        row.put("年级", "2023");
        row.put("层次", "专科");
        row.put("招生类型", "高职扩招");
        row.put("学籍状态", "注册学籍");
        row.put("邮箱", "r" + n + "@example.com");
        row.put("手机", "139%08d".formatted(n));
        row.put("班主任", "");
        return row;
    }

    private static Map<String, String> row(Student student) {
        var row = new HashMap<String, String>();
        row.put("学号", student.studentNumber());
        row.put("姓名", student.name());
        row.put("证件号", student.idNumber());
        row.put("院系", student.department());
        row.put("专业名称", student.major());
        row.put("班级", student.className());
        row.put("年级", Integer.toString(student.cohort()));
        row.put("层次", student.level());
        row.put("招生类型", student.admissionType());
        row.put("学籍状态", student.recordStatus());
        row.put("邮箱", student.email());
        row.put("手机", student.phone());
        row.put("班主任", "");
        return row;
    }

    private static String csv(List<Map<String, String>> people) {
        var lines = new ArrayList<String>();
        lines.add(String.join(",", HEADINGS));
        people.forEach(person -> lines.add(HEADINGS.stream().map(person::get).collect(Collectors.joining(","))));
        return String.join("\n", lines) + "\n";
    }

    private long present(List<Map<String, String>> people) {
        return roster.byNumbers(people.stream().map(person -> person.get("学号")).toList())
                .size();
    }

    private int version(Student student) {
        return jdbc.queryForObject("select version from student where id = ?", Integer.class, student.id());
    }

    private List<Job> jobs() {
        return management
                .createJobQuery()
                .processDefinitionKey(ProcessIds.ROSTER_IMPORT)
                .list();
    }

    private void run() {
        for (var jobs = jobs(); !jobs.isEmpty(); jobs = jobs()) {
            jobs.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private MockHttpServletResponse send(String csv) throws Exception {
        return send(csv.getBytes(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse send(byte[] file) throws Exception {
        return send(PAGE, "list", file);
    }

    private MockHttpServletResponse send(String address, String field, byte[] file) throws Exception {
        return web.perform(multipart(address)
                        .file(new MockMultipartFile(field, "list.csv", "text/csv", file))
                        .with(Staff.REGISTRAR.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse accept(String preview) throws Exception {
        return accept(preview, seen(preview));
    }

    private String seen(String preview) throws Exception {
        return text(see(Staff.REGISTRAR, preview)).replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    }

    private MockHttpServletResponse accept(String preview, String seen) throws Exception {
        return web.perform(post(preview + "/accept")
                        .param("seen", seen)
                        .with(Staff.REGISTRAR.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private int columns(String preview, Map<String, String> choices) throws Exception {
        var form = post(preview + "/columns").with(Staff.REGISTRAR.signedIn()).with(csrf());
        choices.forEach(form::param);
        return web.perform(form).andReturn().getResponse().getStatus();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
