package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.certificate.Certificate;
import io.github.gradphoto.certificate.CertificateDesk;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.message.MessageView;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.prints.BagCode;
import io.github.gradphoto.process.College;
import io.github.gradphoto.registration.RegistryConfirmations;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;

/** N22 at the speed of a queue: a card on the reader, a key for what is due; and the register on paper. */
class DeskPageTest extends OfficeTest {

    private static final String FIND = "/office/certificates/find";
    private static final String PAPER = "/office/certificates/paper";

    @Autowired
    private CertificateDesk desk;

    @Autowired
    private GraduationList list;

    @Autowired
    private RegistryConfirmations confirmations;

    @Autowired
    private Messages messages;

    @Autowired
    private Photos photos;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @Test
    void aCardOnTheReaderBringsThePersonAndEachKeyDoesWhatIsDue() throws Exception {
        var driven = cases.at(Step.TAKE_IN_PRINT);
        var student = student(driven);
        var person = "/office/certificates/desk/" + driven.number();
        assertThat(find(student.idNumber()).getRedirectedUrl()).isEqualTo(person);
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.DESK, language, person)))
                    .contains(student.name(), student.className(), student.maskedIdNumber(), "/official-photo")
                    .contains("autofocus", "value=\"AT_HAND\"", "confirmedAtRegistry")
                    .doesNotContain(student.idNumber(), "??", "style=");
        }
        assertThat(text(see(Staff.DESK, person))).contains("图像校对（可当面完成）", "没有确认收到照片");
        long seen = views(driven);
        var photo = "/office/tasks/" + cases.taskOf(driven, Step.TAKE_IN_PRINT) + "/official-photo";
        assertThat(see(Staff.DESK, photo).getContentType()).isEqualTo("image/jpeg");
        assertThat(views(driven)).isEqualTo(seen + 1);

        act(driven, Step.TAKE_IN_PRINT, "print", "AT_HAND", "confirmedAtRegistry", "true");
        assertThat(confirmations.isConfirmed(driven.number())).isTrue();
        assertThat(text(see(Staff.DESK, person))).contains("材料齐全", "证书已制作");
        act(driven, Step.MAKE_CERTIFICATE);
        act(driven, Step.HAND_OVER_CERTIFICATE, "receiver", "STUDENT", "identityChecked", "true");
        assertThat(application(driven).state()).isEqualTo(Application.State.COLLECTED);
        assertThat(text(see(Staff.DESK, person)))
                .contains("领取，经办 " + College.DESK)
                .doesNotContain("data-key", "/official-photo");
        assertThat(messages.of(driven.number()).stream()
                        .map(MessageView::subject)
                        .filter(subject -> subject.contains("可以领取")))
                .as("nobody is called to what they have in hand")
                .isEmpty();
    }

    @Test
    void whoForgotThePrintGetsItOnTheSpotAndIsHeldUpByNothing() throws Exception {
        var driven = cases.at(Step.TAKE_IN_PRINT);
        var person = "/office/certificates/desk/" + driven.number();
        act(driven, Step.TAKE_IN_PRINT, "print", "MISSING");
        assertThat(confirmations.isConfirmed(driven.number())).isFalse();
        assertThat(text(see(Staff.DESK, person))).contains("/sheet.pdf", "图像校对");
        act(driven, Step.PRINT_ON_THE_SPOT);
        act(driven, Step.MAKE_CERTIFICATE);
        act(driven, Step.HAND_OVER_CERTIFICATE, "receiver", "STUDENT", "identityChecked", "true");
        assertThat(application(driven).state()).isEqualTo(Application.State.COLLECTED);
    }

    @Test
    void anyNumberOrNameFindsThePerson() throws Exception {
        var driven = cases.at(Step.HAND_OVER_CERTIFICATE);
        var student = student(driven);
        var person = "/office/certificates/desk/" + driven.number();
        var certificate = list.entry(driven.number()).orElseThrow().certificateNumber();
        for (var typed : List.of(
                driven.number(),
                " " + driven.number().toLowerCase(Locale.ROOT) + "-9fa3\r",
                certificate,
                student.studentNumber())) {
            assertThat(find(typed).getRedirectedUrl()).as(typed).isEqualTo(person);
        }
        var x = withX();
        var waiting = college.apply(x);
        for (var typed : List.of(
                x.idNumber(),
                x.idNumber().toLowerCase(Locale.ROOT),
                x.idNumber().replace('X', 'Ｘ'))) {
            assertThat(find(typed).getRedirectedUrl()).isEqualTo("/office/certificates/desk/" + waiting.number());
        }
        assertThat(text(find("学生"))).contains("找到多位，请选择", "/office/certificates/desk/GP");
        var neverApplied = college.enrol();
        assertThat(text(find(neverApplied.studentNumber()))).contains("没有提交过申请");
    }

    /** Men and women of a year are numbered in their order: every eleventh or so ends in X. */
    private Student withX() {
        var student = college.enrol();
        while (!student.idNumber().endsWith("X")) {
            student = college.enrol();
        }
        return student;
    }

    @Test
    void wrongInputIsToldKindlyAndLeavesNoTrace() throws Exception {
        var number = student(cases.at(Step.TAKE_IN_PRINT)).idNumber();
        var wrong = number.substring(0, 17) + (number.endsWith("5") ? '6' : '5');
        var answer = find(wrong);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("校验不对").doesNotContain(wrong);
        assertThat(find("张").getStatus()).isEqualTo(422);
        assertThat(find("9".repeat(41)).getStatus()).isEqualTo(422);
        assertThat(find("T9999999").getStatus()).isEqualTo(404);
        assertThat(find("GP990000000").getStatus()).isEqualTo(404);
        assertThat(see(Staff.DESK, "/office/certificates/desk/GP990000000").getStatus())
                .isEqualTo(404);
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_entry where detail like ? or subject like ?",
                        Long.class,
                        "%" + number + "%",
                        "%" + number + "%"))
                .isZero();
        assertThat(web.perform(post(FIND).param("typed", number).with(Staff.DESK.signedIn()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        for (var other : List.of(Staff.REGISTRAR, Staff.MAILROOM, Staff.REVIEWER)) {
            assertThat(web.perform(post(FIND)
                                    .param("typed", number)
                                    .with(other.signedIn())
                                    .with(csrf()))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
            assertThat(see(other, PAPER).getStatus()).isEqualTo(403);
        }
        assertThat(text(see(Staff.REGISTRAR, "/office/certificates"))).doesNotContain("name=\"typed\"");
        assertThat(text(see(Staff.DESK, "/office/certificates"))).contains("name=\"typed\"");
    }

    @Test
    void whoIsNotReadyIsToldWhyInOneLine() throws Exception {
        var unlisted = college.registered(CollectionType.CENTRAL);
        assertThat(text(see(Staff.DESK, "/office/certificates/desk/" + unlisted.number())))
                .contains("不在发证名单", "纸质照片还没有制作")
                .doesNotContain("data-key", "/official-photo");
        var early = cases.at(Step.RELEASE_PHOTO);
        assertThat(text(see(Staff.DESK, "/office/certificates/desk/" + early.number())))
                .contains("照片还没有登记到学信网");
        var answer = send(unlisted, Step.HAND_OVER_CERTIFICATE, "receiver", "STUDENT", "identityChecked", "true");
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(send(unlisted, Step.RELEASE_PHOTO).getStatus()).isEqualTo(422);
    }

    @Test
    void aKeyPressedTwiceOrAColleagueAtTheSamePersonIsDecidedOnce() throws Exception {
        var driven = cases.at(Step.MAKE_CERTIFICATE);
        act(driven, Step.MAKE_CERTIFICATE);
        var again = send(driven, Step.MAKE_CERTIFICATE);
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(text(again)).contains("刚才已经办好", "制证，" + College.DESK, "已核对证件，发给本人");
        assertThat(audits(driven, "certificate-made")).isOne();
        assertThat(send(driven, Step.HAND_OVER_CERTIFICATE, "receiver", "PROXY", "identityChecked", "true")
                        .getStatus())
                .isEqualTo(422);
        assertThat(application(driven).isRunning()).isTrue();
    }

    @Test
    void theRegisterOfWhoIsReadyIsPrintedBeforehand() throws Exception {
        var ready = cases.at(Step.TAKE_IN_PRINT);
        var made = cases.at(Step.HAND_OVER_CERTIFICATE);
        var unlisted = college.registered(CollectionType.CENTRAL);
        var page = pdf("/office/certificates/ready.pdf?classCode=KZ2301");
        for (var driven : List.of(ready, made)) {
            assertThat(page)
                    .contains(
                            student(driven).studentNumber(),
                            student(driven).name(),
                            list.entry(driven.number()).orElseThrow().certificateNumber());
        }
        assertThat(page)
                .contains("领取人签字", "查验照片、制证、发放")
                .doesNotContain(
                        student(unlisted).studentNumber(), student(ready).idNumber());
        assertThat(pdf("/office/certificates/ready.pdf?classCode=NONE")).contains("现在没有可以领证的学生");
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(text(see(Staff.DESK, language, PAPER)))
                    .contains("KZ2301")
                    .doesNotContain("??", "style=");
        }
    }

    @Test
    void whatWasSignedOnPaperIsKeyedInOnceEachByItself() throws Exception {
        var first = cases.at(Step.TAKE_IN_PRINT);
        var second = cases.at(Step.HAND_OVER_CERTIFICATE);
        var proxied = cases.at(Step.MAKE_CERTIFICATE);
        var unlisted = college.registered(CollectionType.CENTRAL);
        var day = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
        var lines = String.join(
                "\n",
                student(first).studentNumber(),
                "",
                second.number().toLowerCase(Locale.ROOT),
                student(proxied).studentNumber() + "，王大明",
                student(unlisted).studentNumber(),
                "T9999999",
                "学生");
        MovableClock.moveBy(Duration.ofDays(2));
        var answer = text(keyIn(lines, day.toString(), true));
        assertThat(answer).contains("已发放 3 位，未办成 3 位", "还没有轮到发证窗口", "没有找到这个人", "不能只写姓名");
        for (var driven : List.of(first, second, proxied)) {
            assertThat(application(driven).state()).isEqualTo(Application.State.COLLECTED);
            assertThat(audits(driven, "certificate-handed-over")).isOne();
        }
        var record = desk.of(first.number()).orElseThrow();
        assertThat(LocalDate.ofInstant(record.handedOverAt(), Deadlines.ZONE)).isEqualTo(day);
        assertThat(desk.of(proxied.number()).orElseThrow().receiver()).isEqualTo(Certificate.Receiver.PROXY);

        assertThat(text(keyIn(lines, day.toString(), true))).contains("没有重复办理", "已发放 3 位");
        assertThat(audits(first, "certificate-handed-over")).isOne();
    }

    @Test
    void whereThePrintWasMissingTheRegisterSaysSo() throws Exception {
        var driven = cases.at(Step.TAKE_IN_PRINT);
        assertThat(pdf("/office/certificates/ready.pdf?classCode=KZ2301")).contains("缺照片");
        assertThat(text(keyIn(student(driven).studentNumber() + " 缺，王大明", today(), true)))
                .contains("已发放 1 位");
        var record = desk.of(driven.number()).orElseThrow();
        assertThat(record.printState()).isEqualTo(Certificate.PrintState.MISSING);
        assertThat(record.receiver()).isEqualTo(Certificate.Receiver.PROXY);
    }

    @Test
    void aPartOfANameHandsNothingOver() throws Exception {
        var driven = cases.at(Step.HAND_OVER_CERTIFICATE);
        jdbc.update(
                "update student set name = '欧阳明明' where id = ?", student(driven).id());
        assertThat(find("欧阳明").getRedirectedUrl()).endsWith(driven.number());
        assertThat(text(keyIn("欧阳明", today(), true))).contains("已发放 0 位", "不能只写姓名");
        assertThat(application(driven).isRunning()).isTrue();
    }

    @Test
    void whoLeftTheGroupIsNotToldThatItIsRecorded() throws Exception {
        var driven = cases.at(Step.HAND_OVER_CERTIFICATE);
        var leaver = new Staff("left-yesterday", StaffGroup.CERTIFICATE_DESK);
        assertThat(text(web.perform(post(PAPER)
                                .param("lines", student(driven).studentNumber())
                                .param("signedOn", today())
                                .with(leaver.signedIn())
                                .with(csrf()))
                        .andReturn()
                        .getResponse()))
                .contains("已发放 0 位", "没有登记成功");
        assertThat(application(driven).isRunning()).isTrue();
    }

    @Test
    void aCardThatWasReadIntoTheNameOfTheProxyIsRefused() throws Exception {
        var driven = cases.at(Step.HAND_OVER_CERTIFICATE);
        var answer = send(
                driven,
                Step.HAND_OVER_CERTIFICATE,
                "receiver",
                "PROXY",
                "proxyName",
                student(driven).idNumber(),
                "identityChecked",
                "true",
                "letterChecked",
                "true");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("姓名里不能有数字");
        assertThat(application(driven).isRunning()).isTrue();
    }

    @Test
    void aBagWithAnOldPictureShowsItselfWhenItIsScanned() throws Exception {
        var driven = cases.at(Step.TAKE_IN_PRINT);
        var valid = BagCode.of(driven.number(), photos.current(driven.number()).officialSha256());
        var old = driven.number() + (valid.picture().equals("0000") ? "-0001" : "-0000");
        assertThat(text(scanned(valid.toString()))).doesNotContain("已经作废");
        assertThat(text(scanned(old.toLowerCase(Locale.ROOT))))
                .contains("已经作废", student(driven).name());
    }

    /** As a browser follows the answer. */
    private MockHttpServletResponse scanned(String code) throws Exception {
        var found = web.perform(post(FIND)
                        .param("typed", code)
                        .with(Staff.DESK.signedIn())
                        .with(csrf()))
                .andReturn();
        return web.perform(get(found.getResponse().getRedirectedUrl())
                        .flashAttrs(found.getFlashMap())
                        .with(Staff.DESK.signedIn())
                        .header("Accept-Language", "zh"))
                .andReturn()
                .getResponse();
    }

    @Test
    void aSheetThatCannotBeRightChangesNothing() throws Exception {
        var driven = cases.at(Step.HAND_OVER_CERTIFICATE);
        var number = student(driven).studentNumber();
        assertThat(text(keyIn(number + " 王大明", today(), false))).contains("代领委托书");
        assertThat(keyIn(number, "2099-01-01", true).getStatus()).isEqualTo(422);
        assertThat(keyIn(number, "昨天", true).getStatus()).isEqualTo(422);
        assertThat(keyIn(number, "+999999999-12-31", true).getStatus()).isEqualTo(422);
        assertThat(text(keyIn(number, "1900-01-01", true))).contains("早于这次采集通知");
        assertThat(text(keyIn(number, "-999999999-01-01", true))).contains("早于这次采集通知");
        assertThat(keyIn("  \n ", today(), true).getStatus()).isEqualTo(422);
        assertThat(keyIn((number + "\n").repeat(101), today(), true).getStatus())
                .isEqualTo(422);
        assertThat(application(driven).isRunning()).isTrue();
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), Deadlines.ZONE).toString();
    }

    private MockHttpServletResponse find(String typed) throws Exception {
        return web.perform(post(FIND)
                        .param("typed", typed)
                        .with(Staff.DESK.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private void act(DrivenCase driven, Step step, String... fields) throws Exception {
        assertThat(send(driven, step, fields).getRedirectedUrl())
                .isEqualTo("/office/certificates/desk/" + driven.number());
    }

    private MockHttpServletResponse send(DrivenCase driven, Step step, String... fields) throws Exception {
        var request = post("/office/certificates/desk/" + driven.number()).param("step", step.name());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request.with(Staff.DESK.signedIn()).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse keyIn(String lines, String day, boolean letters) throws Exception {
        return web.perform(post(PAPER)
                        .param("lines", lines)
                        .param("signedOn", day)
                        .param("lettersKept", Boolean.toString(letters))
                        .with(Staff.DESK.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private long views(DrivenCase driven) {
        return jdbc.queryForObject(
                "select count(*) from photo_view v join photo p on p.standard_id = v.blob_id"
                        + " join application a on a.id = p.application_id where a.number = ?",
                Long.class,
                driven.number());
    }

    private long audits(DrivenCase driven, String action) {
        return jdbc.queryForObject(
                "select count(*) from audit_entry where subject = ? and action = ?",
                Long.class,
                driven.number(),
                action);
    }

    private String pdf(String address) throws Exception {
        var answer = see(Staff.DESK, address);
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String text(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
