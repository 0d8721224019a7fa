package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Attachments;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.NoticeTextKind;
import io.github.gradphoto.notice.NoticeTexts;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.process.College;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** 采集通知 on its pages: the office drafts, the dean looks at the figures and signs (N01). */
class NoticesPageTest extends OfficeTest {

    private static final Staff DEAN = new Staff(College.DEAN, StaffGroup.DEAN);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private Notices notices;

    @Autowired
    private NoticeTexts texts;

    @Autowired
    private Attachments attachments;

    @Autowired
    private Messages messages;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theOfficeDraftsTheDeanSignsAndTheStudentReads() throws Exception {
        var id = drafted(Map.of());
        var notice = notices.byId(id);
        assertThat(notice.state()).isEqualTo(Notice.State.DRAFT);
        assertThat(notice.fees().individualCents()).isEqualTo(2550);
        assertThat(notice.followUp().reminderDays()).isEqualTo("10,3,1");
        assertThat(LocalDate.ofInstant(notice.closesAt(), Deadlines.ZONE)).isEqualTo(today().plusDays(20));

        var file = new MockMultipartFile(
                "file", "C:\\附件1 采集码获取流程.pdf", "text/html", "%PDF-1.7 test".getBytes(StandardCharsets.UTF_8));
        assertThat(web.perform(multipart("/office/notices/" + id + "/attachments")
                                .file(file)
                                .content(new byte[1]) // a browser says how long the form is
                                .with(Staff.REGISTRAR.signedIn())
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        var kept = attachments.of(id).get(0);
        assertThat(kept.fileName()).isEqualTo("附件1 采集码获取流程.pdf");
        assertThat(web.perform(get("/attachments/" + kept.id()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("a draft's file is not public")
                .isEqualTo(404);

        assertThat(send(DEAN, "/office/notices/" + id + "/submit", Map.of())).isEqualTo(403);
        assertThat(send(Staff.REGISTRAR, "/office/notices/" + id + "/submit", Map.of()))
                .isEqualTo(302);
        assertThat(send(Staff.REGISTRAR, "/office/notices/" + id + "/sign", Map.of("decision", "SIGNED")))
                .isEqualTo(403);
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(DEAN, language, "/office/notices/" + id)))
                    .contains(notice.title(), kept.fileName())
                    .doesNotContain("??", "style=");
            assertThat(text(see(DEAN, language, "/office/notices")))
                    .contains(notice.documentNumber())
                    .doesNotContain("??");
            assertThat(text(see(DEAN, language, "/office/dean")))
                    .contains(notice.documentNumber())
                    .doesNotContain("??");
        }
        assertThat(send(DEAN, "/office/notices/" + id + "/sign", Map.of("decision", "MAYBE")))
                .isEqualTo(422);
        assertThat(send(DEAN, "/office/notices/" + id + "/sign", Map.of("decision", "RETURNED")))
                .isEqualTo(422);
        assertThat(send(DEAN, "/office/notices/" + id + "/sign", Map.of("decision", "SIGNED")))
                .isEqualTo(302);
        assertThat(notices.byId(id).signedBy()).isEqualTo(College.DEAN);
        assertThat(send(DEAN, "/office/notices/" + id + "/sign", Map.of("decision", "SIGNED")))
                .isEqualTo(409);

        var download = web.perform(get("/attachments/" + kept.id())).andReturn().getResponse();
        assertThat(download.getContentType()).isEqualTo("application/pdf");
        assertThat(download.getHeader("Content-Disposition")).startsWith("attachment");
        // Students see the notice that opened last; other tests have opened theirs today.
        jdbc.sql("update notice set opens_at = ? where id = ?")
                .params(java.sql.Timestamp.from(java.time.Instant.now()), id)
                .update();
        assertThat(text(web.perform(get("/").header("Accept-Language", "zh"))
                        .andReturn()
                        .getResponse()))
                .contains(notice.title(), "附件1 采集码获取流程.pdf");
        assertThat(see(Staff.REGISTRAR, "/office/notices/" + id + "/edit").getStatus())
                .isEqualTo(409);
        jdbc.sql("update notice set opens_at = ?, state = 'ARCHIVED' where id = ?")
                .params(java.sql.Timestamp.valueOf("2020-01-01 00:00:00"), id)
                .update();
    }

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                Arguments.of("documentNumber", "", "请填写"),
                Arguments.of("documentNumber", "号".repeat(61), "最多 60"),
                Arguments.of("round", "0", "1 到 99"),
                Arguments.of("round", "1.5", "1 到 99"),
                Arguments.of("title", " ", "请填写"),
                Arguments.of("title", "通\n知", "换行"),
                Arguments.of("cohort", "23", "2000 到 2100"),
                Arguments.of("opensOn", "2026-02-30", "日期"),
                Arguments.of("closesOn", "明天", "日期"),
                Arguments.of("closesOn", "2020-01-01", "已过"),
                Arguments.of("closesOn", "2099-01-01", "最长"),
                Arguments.of("collectionTypes", "PIGEON", "至少选一项"),
                Arguments.of("backgrounds", "", "至少选一项"),
                Arguments.of("feeIndividual", "-3", "金额"),
                Arguments.of("feeCentral", "3.141", "金额"),
                Arguments.of("feeReprint", "99999", "金额"),
                Arguments.of("orderDays", "0", "1 到 60"),
                Arguments.of("attemptLimit", "many", "1 到 20"),
                Arguments.of("printWhen", "NEVER", "至少选一项"),
                Arguments.of("paper", "B5", "排不下"),
                Arguments.of("widthMm", "5", "10 到 150"),
                Arguments.of("printCount", "40", "排不下"),
                Arguments.of("reminderDays", "7;x", "逗号"),
                Arguments.of("officeDays", "9", "不能早于"),
                Arguments.of("contact", "", "请填写"),
                Arguments.of("refundRule", "退".repeat(401), "最多 400"));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void aWrongFieldIsNamedAndNothingIsKept(String field, String value, String sentence) throws Exception {
        long before = count();
        var answer = answer(Staff.REGISTRAR, "/office/notices", fields(Map.of(field, value)));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains(sentence).contains("class=\"fault\"").doesNotContain("??");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void theSameNumberAndRoundIsRefusedAndAReturnedDraftIsChangedAndSentAgain() throws Exception {
        var id = drafted(Map.of());
        var number = notices.byId(id).documentNumber();
        var twice = answer(Staff.REGISTRAR, "/office/notices", fields(Map.of("documentNumber", number)));
        assertThat(twice.getStatus()).isEqualTo(422);
        assertThat(text(twice)).contains("已经有一份通知");

        send(Staff.REGISTRAR, "/office/notices/" + id + "/submit", Map.of());
        send(DEAN, "/office/notices/" + id + "/sign", Map.of("decision", "RETURNED", "note", "费用请再核对"));
        assertThat(text(see(Staff.REGISTRAR, "/office/notices/" + id))).contains("费用请再核对");
        var form = text(see(Staff.REGISTRAR, "/office/notices/" + id + "/edit"));
        assertThat(form).contains("value=\"25.50\"").doesNotContain("??");
        assertThat(send(
                        Staff.REGISTRAR,
                        "/office/notices/" + id + "/edit",
                        fields(Map.of("documentNumber", number, "feeIndividual", "0"))))
                .isEqualTo(302);
        assertThat(notices.byId(id).fees().individualCents()).isZero();
        assertThat(send(Staff.REGISTRAR, "/office/notices/" + id + "/submit", Map.of()))
                .isEqualTo(302);
        assertThat(notices.byId(id).state()).isEqualTo(Notice.State.SUBMITTED);
        send(DEAN, "/office/notices/" + id + "/sign", Map.of("decision", "RETURNED", "note", "取消"));
        assertThat(send(Staff.REGISTRAR, "/office/notices/" + id + "/discard", Map.of()))
                .isEqualTo(302);
        assertThat(notices.byId(id).state()).isEqualTo(Notice.State.DISCARDED);
    }

    @Test
    void aCopyOfLastYearsHasItsSettingsTextsAndFiles() throws Exception {
        var id = drafted(Map.of());
        attachments.add(id, "须知.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13}, College.REGISTRAR);
        say(id, "【{学校}】请 {姓名} 在 {截止时间} 前办理", "请打开 {办理地址}", "save");
        var copied = web.perform(post("/office/notices/" + id + "/copy")
                        .with(Staff.REGISTRAR.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        long copy = Long.parseLong(copied.replaceAll("\\D", ""));
        assertThat(notices.byId(copy).title()).isEqualTo(notices.byId(id).title());
        assertThat(notices.byId(copy).previousId()).isNull();
        assertThat(attachments.of(copy)).extracting("fileName").containsExactly("须知.png");
        assertThat(texts.of(copy, NoticeTextKind.INVITATION, "zh").subject()).startsWith("【{学校}】");
    }

    @Test
    void aTextIsPreviewedAndItsPlaceholdersAreChecked() throws Exception {
        var id = drafted(Map.of());
        assertThat(text(say(id, "{姓名}，请办理", "{截止时间} 前打开 {办理地址}，咨询 {咨询方式}", "preview")))
                .contains("李明，请办理", "http://localhost:8080/", "教务处 0838-0000000")
                .doesNotContain("??");
        assertThat(texts.isOwn(id, NoticeTextKind.INVITATION, "zh")).isFalse();
        var wrong = Map.of(
                "{截止时间} 前打开 {办理地址} {手机号}", "{手机号}",
                "{截止时间} 前打开", "{办理地址}",
                "{截止时间} 前打开 {办理地址} {", "没有成对",
                "{截止时间} {办理地址} {人数}", "{人数}",
                "", "都要填写");
        for (var each : wrong.entrySet()) {
            var answer = say(id, "标题", each.getKey(), "save");
            assertThat(answer.getStatus()).as(each.getKey()).isEqualTo(422);
            assertThat(text(answer)).contains(each.getValue());
        }
        assertThat(say(id, "标题", "{截止时间} {办理地址}", "save").getStatus()).isEqualTo(302);
        assertThat(texts.of(id, NoticeTextKind.INVITATION, "zh").subject()).isEqualTo("标题");
        assertThat(say(id, "", "", "usual").getStatus()).isEqualTo(302);
        assertThat(texts.isOwn(id, NoticeTextKind.INVITATION, "zh")).isFalse();
        for (var kind : NoticeTextKind.values()) {
            assertThat(text(see(Staff.REGISTRAR, Locale.ENGLISH, "/office/notices/" + id + "/texts/" + kind + "/zh")))
                    .doesNotContain("??");
        }
        assertThat(see(Staff.REGISTRAR, "/office/notices/" + id + "/texts/OFFICE/en")
                        .getStatus())
                .isEqualTo(422);
        assertThat(see(Staff.REGISTRAR, "/office/notices/" + id + "/texts/NOBODY/zh")
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void theUsualWordsAreGoodAsTheyAre() throws Exception {
        var id = drafted(Map.of());
        for (var kind : NoticeTextKind.values()) {
            for (var language : kind.isForStudents() ? List.of("zh", "en") : List.of("zh")) {
                var words = texts.of(id, kind, language);
                assertThat(texts.checked(kind, language, words)).isEqualTo(words);
            }
        }
    }

    @Test
    void badFilesAreRefused() throws Exception {
        var id = drafted(Map.of());
        var pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
        var files = List.of(
                new MockMultipartFile("file", "page.html", "application/pdf", pdf),
                new MockMultipartFile("file", "fake.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.UTF_8)),
                new MockMultipartFile("file", ".pdf", "application/pdf", pdf),
                new MockMultipartFile("file", "empty.pdf", "application/pdf", new byte[0]),
                new MockMultipartFile("file", "large.pdf", "application/pdf", large()));
        for (var file : files) {
            assertThat(web.perform(multipart("/office/notices/" + id + "/attachments")
                                    .file(file)
                                    .content(new byte[1]) // a browser says how long the form is
                                    .with(Staff.REGISTRAR.signedIn())
                                    .with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(file.getOriginalFilename())
                    .isEqualTo(422);
        }
        assertThat(attachments.of(id)).isEmpty();
    }

    @Test
    void whatMayChangeAfterTheSignatureIsAuditedAndTheRestIsRefused() throws Exception {
        var id = drafted(Map.of());
        assertThat(send(Staff.REGISTRAR, "/office/notices/" + id + "/contact", Map.of("contact", "x")))
                .isEqualTo(409);
        notices.sign(id);
        assertThat(send(Staff.REGISTRAR, "/office/notices/" + id + "/contact", Map.of("contact", " ")))
                .isEqualTo(422);
        assertThat(send(Staff.REGISTRAR, "/office/notices/" + id + "/contact", Map.of("contact", "教务处 0838-1111111")))
                .isEqualTo(302);
        assertThat(notices.byId(id).contact()).isEqualTo("教务处 0838-1111111");
        for (var day : List.of("soon", today().plusDays(3).toString())) {
            assertThat(send(Staff.REGISTRAR, "/office/notices/" + id + "/close", Map.of("closesOn", day)))
                    .isEqualTo(422);
        }
        var later = today().plusDays(30);
        assertThat(send(Staff.REGISTRAR, "/office/notices/" + id + "/close", Map.of("closesOn", later.toString())))
                .isEqualTo(302);
        assertThat(notices.byId(id).closesAt()).isEqualTo(Deadlines.endOf(later));
        assertThat(jdbc.sql("select action from audit_entry where subject = ? order by id")
                        .param("notice-" + id)
                        .query(String.class)
                        .list())
                .contains("notice-drafted", "notice-contact-changed", "notice-close-moved");
        assertThat(text(see(Staff.REGISTRAR, Locale.ENGLISH, "/office/notices/" + id)))
                .doesNotContain("??");
        jdbc.sql("update notice set state = 'ARCHIVED' where id = ?").param(id).update();
    }

    @Test
    void theFormsInTasklistShowTheNotice() throws Exception {
        var id = drafted(Map.of());
        send(Staff.REGISTRAR, "/office/notices/" + id + "/submit", Map.of());
        var address = "/office/tasks/" + taskOf(id) + "/form";
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(DEAN, language, address)))
                    .contains(notices.byId(id).documentNumber())
                    .doesNotContain("??");
        }
        assertThat(see(Staff.REGISTRAR, address).getStatus()).isEqualTo(404);
        send(DEAN, "/office/notices/" + id + "/sign", Map.of("decision", "RETURNED", "note", "请改"));
        assertThat(text(see(Staff.REGISTRAR, "/office/tasks/" + taskOf(id) + "/form")))
                .contains("请改")
                .doesNotContain("??");
    }

    @Test
    void aRehearsalIsMarkedOnItsPageAndItsMessagesAreSeenThereAlone() throws Exception {
        var id = drafted(Map.of());
        assertThat(send(Staff.REGISTRAR, "/office/notices/" + id + "/rehearse", Map.of("size", "many")))
                .isEqualTo(422);
        assertThat(see(Staff.REGISTRAR, "/office/notices/" + id + "/sink").getStatus())
                .isEqualTo(404);
        var made = web.perform(post("/office/notices/" + id + "/rehearse")
                        .param("size", "5")
                        .with(Staff.REGISTRAR.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        long rehearsal = Long.parseLong(made.replaceAll("\\D", ""));
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.REGISTRAR, language, "/office/notices/" + rehearsal)))
                    .contains("【演练】")
                    .doesNotContain("??");
            assertThat(text(see(Staff.REGISTRAR, language, "/office/notices/" + rehearsal + "/sink")))
                    .doesNotContain("??");
        }
        assertThat(see(Staff.REGISTRAR, "/office/notices/" + rehearsal).getHeader("Refresh"))
                .isNotNull();
        assertThat(text(see(Staff.REGISTRAR, "/office/notices/" + rehearsal))).doesNotContain("/submit", "/discard");
        for (var deed : List.of("/submit", "/discard")) {
            assertThat(send(Staff.REGISTRAR, "/office/notices/" + rehearsal + deed, Map.of()))
                    .isEqualTo(409);
        }
        assertThat(send(DEAN, "/office/notices/" + rehearsal + "/rehearsal-over", Map.of()))
                .isEqualTo(403);
        assertThat(send(Staff.REGISTRAR, "/office/notices/" + rehearsal + "/rehearsal-over", Map.of()))
                .isEqualTo(302);
        assertThat(messages.sunk(rehearsal, 5)).isEmpty();
    }

    @Test
    void othersHaveNoBusinessHere() throws Exception {
        var id = drafted(Map.of());
        for (var other : List.of(Staff.REVIEWER, Staff.BURSAR, Staff.DESK, Staff.teacher("teacher1"))) {
            for (var page : List.of("", "/new", "/" + id, "/" + id + "/edit", "/" + id + "/texts/INVITATION/zh")) {
                assertThat(see(other, "/office/notices" + page).getStatus())
                        .as(page)
                        .isEqualTo(403);
            }
        }
        assertThat(see(DEAN, "/office/notices/new").getStatus()).isEqualTo(403);
        assertThat(see(Staff.REGISTRAR, "/office/notices/999999").getStatus()).isEqualTo(404);
        assertThat(web.perform(post("/office/notices/" + id + "/submit").with(Staff.REGISTRAR.signedIn()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("without the token")
                .isNotEqualTo(302);
    }

    private static byte[] large() {
        var bytes = new byte[10 * 1024 * 1024 + 1];
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.UTF_8), 0, bytes, 0, 8);
        return bytes;
    }

    private String taskOf(long id) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey("notice-" + id)
                .singleResult()
                .getId();
    }

    private MockHttpServletResponse say(long id, String subject, String body, String deed) throws Exception {
        return answer(
                Staff.REGISTRAR,
                "/office/notices/" + id + "/texts/INVITATION/zh",
                Map.of("subject", subject, "body", body, "deed", deed));
    }

    private static LocalDate today() {
        return LocalDate.now(Deadlines.ZONE);
    }

    private long drafted(Map<String, String> other) throws Exception {
        var answer = web.perform(request(Staff.REGISTRAR, "/office/notices", fields(other)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(302);
        return Long.parseLong(answer.getRedirectedUrl().replaceAll("\\D", ""));
    }

    private static Map<String, String> fields(Map<String, String> other) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("documentNumber", "教务文〔2027〕" + NUMBER.incrementAndGet() + "号");
        fields.put("round", "1");
        fields.put("title", "关于采集2024级毕业生电子图像的通知");
        fields.put("schoolName", "示例职业技术学院");
        fields.put("contact", "教务处 0838-0000000");
        fields.put("cohort", "2024");
        fields.put("admissionType", "高职扩招");
        fields.put("opensOn", today().toString());
        fields.put("closesOn", today().plusDays(20).toString());
        fields.put("reminderDays", "3、10, 1");
        fields.put("teacherDays", "5");
        fields.put("officeDays", "2");
        fields.put("collectionTypes", "INDIVIDUAL");
        fields.put("backgrounds", "WHITE");
        fields.put("attemptLimit", "3");
        fields.put("reviewWorkingDays", "2");
        fields.put("correctionDays", "3");
        fields.put("feeIndividual", "25.5");
        fields.put("feeCentral", "20");
        fields.put("feeReprint", "0");
        fields.put("orderDays", "7");
        fields.put("basis", "收费公示第12项");
        fields.put("payee", "财务处（代收）");
        fields.put("counterPlace", "财务处3号窗口");
        fields.put("transferAccount", "示例银行 0000");
        fields.put("refundRule", "制作前全额退还");
        fields.put("printWhen", "AFTER_REGISTRATION");
        fields.put("paper", "A5");
        fields.put("widthMm", "33");
        fields.put("heightMm", "48");
        fields.put("printCount", "8");
        fields.put("pickupPlace", "教务处一楼");
        fields.putAll(other);
        return fields;
    }

    private static MockHttpServletRequestBuilder request(Staff who, String address, Map<String, String> fields) {
        var request = post(address).with(who.signedIn()).with(csrf()).header("Accept-Language", "zh");
        fields.forEach(request::param);
        return request;
    }

    private MockHttpServletResponse answer(Staff who, String address, Map<String, String> fields) throws Exception {
        return web.perform(request(who, address, fields)).andReturn().getResponse();
    }

    private int send(Staff who, String address, Map<String, String> fields) throws Exception {
        return answer(who, address, fields).getStatus();
    }

    private long count() {
        return jdbc.sql("select count(*) from notice").query(Long.class).single();
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
