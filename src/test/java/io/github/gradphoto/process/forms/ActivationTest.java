package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.identity.RememberedPhones;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.privacy.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** 激活码: from the telephone call to a new address that counts. */
class ActivationTest extends OfficeTest {

    private static final Staff TEACHER = Staff.teacher("teacher1");

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private RememberedPhones phones;

    private Student student;

    @BeforeEach
    void student() {
        student = college.enrol();
    }

    private MockHttpServletRequestBuilder ask(Staff who, String page, String checked, String note) {
        var request = post(page)
                .with(who.signedIn())
                .with(csrf())
                .param("student", student.id().toString())
                .param("note", note);
        return checked == null ? request : request.param("checked", checked);
    }

    /** The code as the member of staff reads it, once. */
    private String issue(Staff who, String page) throws Exception {
        var session = new MockHttpSession();
        web.perform(ask(who, page, "true", "回拨名册电话").session(session)).andExpect(redirectedUrl("/office/activation"));
        var shown = web.perform(get("/office/activation").with(who.signedIn()).session(session))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(shown).contains(student.name()).doesNotContain("??");
        web.perform(get("/office/activation").with(who.signedIn()).session(session))
                .andExpect(redirectedUrl("/office"));
        var code = Pattern.compile("\\d{4} \\d{4}").matcher(shown);
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private String issue() throws Exception {
        return issue(TEACHER, "/office/class/activation");
    }

    private MockHttpServletRequestBuilder enter(String number, String lastSix, String code, MockHttpSession session) {
        return post("/sign-in/activate")
                .with(csrf())
                .session(session)
                .param("studentNumber", number)
                .param("idLastSix", lastSix)
                .param("activationCode", code);
    }

    private MockHttpServletRequestBuilder enter(String code, MockHttpSession session) {
        return enter(student.studentNumber(), student.idNumber().substring(12), code, session);
    }

    private MockHttpSession activated() throws Exception {
        var session = new MockHttpSession();
        web.perform(enter(issue(), session)).andExpect(redirectedUrl("/sign-in/contact"));
        return session;
    }

    private MockHttpServletRequestBuilder propose(String email, String phone, MockHttpSession session) {
        return post("/sign-in/contact")
                .with(csrf())
                .session(session)
                .param("email", email)
                .param("phone", phone);
    }

    private MockHttpServletRequestBuilder confirm(String code, MockHttpSession session) {
        return post("/sign-in/contact/code").with(csrf()).session(session).param("code", code);
    }

    private String mailedCode(String to) {
        var row = jdbc.queryForMap(
                "select recipient_enc, body_enc from outbox where kind = 'CONTACT_CODE' order by id desc limit 1");
        assertThat(vault.decrypt((String) row.get("recipient_enc"))).isEqualTo(to);
        var code = Pattern.compile("\\d{6}").matcher(vault.decrypt((String) row.get("body_enc")));
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private String refused(MockHttpServletRequestBuilder request) throws Exception {
        return content(
                web.perform(request).andExpect(status().is(422)).andReturn().getResponse());
    }

    private static String content(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void aStaleAddressIsMended() throws Exception {
        var session = activated();
        assertThat(content(web.perform(get("/sign-in/contact").session(session))
                        .andReturn()
                        .getResponse()))
                .contains("填写新的联系方式")
                .doesNotContain("??");
        web.perform(propose("wrong@example.com", "", session)).andExpect(redirectedUrl("/sign-in/contact/code"));
        var wrong = mailedCode("wrong@example.com");
        web.perform(propose(" new@example.com ", "13900002222", session))
                .andExpect(redirectedUrl("/sign-in/contact/code"));
        // nothing counts before the code came back, and only the newest one counts
        assertThat(roster.byId(student.id()).email()).isEqualTo(student.email());
        var code = mailedCode("new@example.com");
        if (!code.equals(wrong)) {
            assertThat(refused(confirm(wrong, session))).contains("验证码不正确或已失效");
        }
        assertThat(roster.byId(student.id()).email()).isEqualTo(student.email());
        var signedIn = (MockHttpSession) web.perform(confirm(code, session))
                .andExpect(redirectedUrl("/my"))
                .andReturn()
                .getRequest()
                .getSession(false);
        assertThat(session.isInvalid()).isTrue();
        assertThat(roster.byId(student.id()).email()).isEqualTo("new@example.com");
        assertThat(roster.byId(student.id()).phone()).isEqualTo("13900002222");
        assertThat(roster.byAnyNumber("13900002222", 9))
                .anyMatch(found -> found.id().equals(student.id()));
        web.perform(get("/my").session(signedIn)).andExpect(redirectedUrl("/my/apply"));
        assertThat(jdbc.queryForList(
                        "select action from audit_entry where subject = ? order by id",
                        String.class,
                        "student-" + student.id()))
                .containsExactly("activation-issued", "activation-used", "contact-changed");
    }

    @Test
    void theOpenStepIsThereAfterwardsAndThePhoneCanBeRemembered() throws Exception {
        college.apply(student);
        var session = activated();
        web.perform(propose("new@example.com", "", session));
        var signedIn = (MockHttpSession)
                web.perform(confirm(mailedCode("new@example.com"), session).param("mine", "true"))
                        .andExpect(redirectedUrl("/my"))
                        .andReturn()
                        .getRequest()
                        .getSession(false);
        assertThat(content(web.perform(get("/my").session(signedIn)).andReturn().getResponse()))
                .contains("/my/code");
        assertThat(roster.byId(student.id()).phone()).isEqualTo(student.phone());
        assertThat(phones.of(student.id())).hasSize(1);
    }

    @Test
    void aWrongCodeLooksLikeAnUnknownPerson() throws Exception {
        var code = issue();
        var lastSix = student.idNumber().substring(12);
        var wrong = refused(enter("0000 0000", new MockHttpSession()));
        var unknown = refused(enter("T0000000", lastSix, code, new MockHttpSession()));
        var otherId = refused(enter(student.studentNumber(), "000000", code, new MockHttpSession()));
        assertThat(plain(wrong))
                .isEqualTo(plain(unknown))
                .isEqualTo(plain(otherId))
                .contains("信息或激活码不正确");
        assertThat(refused(enter("", new MockHttpSession()))).contains("请填写");
        web.perform(post("/sign-in/activate")).andExpect(status().isForbidden());
    }

    private String plain(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replace(student.studentNumber(), "N")
                .replace("T0000000", "N");
    }

    @Test
    void aCodeDiesOfUseOfANewOneOfADayAndOfGuessing() throws Exception {
        var used = issue();
        web.perform(enter(used, new MockHttpSession())).andExpect(redirectedUrl("/sign-in/contact"));
        refused(enter(used, new MockHttpSession()));

        var old = issue();
        var next = issue();
        if (!old.equals(next)) {
            refused(enter(old, new MockHttpSession()));
        }
        web.perform(enter(next, new MockHttpSession())).andExpect(redirectedUrl("/sign-in/contact"));

        var late = issue();
        MovableClock.moveBy(Duration.ofHours(24).plusSeconds(1));
        refused(enter(late, new MockHttpSession()));

        var guessed = issue();
        for (int i = 0; i < 5; i++) {
            refused(enter("0000000" + (guessed.endsWith("" + i) ? 9 : i), new MockHttpSession()));
        }
        refused(enter(guessed, new MockHttpSession()));
    }

    @Test
    void aNewAddressIsChecked() throws Exception {
        web.perform(get("/sign-in/contact")).andExpect(redirectedUrl("/sign-in/activate"));
        web.perform(get("/sign-in/contact/code")).andExpect(redirectedUrl("/sign-in/activate"));
        web.perform(propose("a@example.com", "", new MockHttpSession())).andExpect(redirectedUrl("/sign-in/activate"));
        web.perform(confirm("123456", new MockHttpSession())).andExpect(redirectedUrl("/sign-in/activate"));
        var session = activated();
        assertThat(refused(propose("nonsense", "", session))).contains("电子邮箱格式不正确");
        assertThat(refused(propose("a@example.com", "123", session))).contains("11 位手机号码", "a@example.com");
        for (int i = 0; i < 5; i++) {
            web.perform(propose("a@example.com", "", session)).andExpect(redirectedUrl("/sign-in/contact/code"));
        }
        web.perform(propose("a@example.com", "", session)).andExpect(status().is(429));
        MovableClock.moveBy(Duration.ofMinutes(11));
        refused(confirm(mailedCode("a@example.com"), session));
        assertThat(roster.byId(student.id()).email()).isEqualTo(student.email());
    }

    @Test
    void onlyAfterACheckAndOnlyForTheOwnClass() throws Exception {
        var page = "/office/class/activation";
        assertThat(refused(ask(TEACHER, page, null, "回拨"))).contains("先打电话核实");
        assertThat(refused(ask(TEACHER, page, "true", " "))).contains("请填写说明");
        assertThat(refused(ask(TEACHER, page, "true", "长".repeat(201)))).contains("200");
        web.perform(ask(Staff.teacher("teacher2"), page, "true", "回拨")).andExpect(status().isNotFound());
        for (var group : StaffGroup.values()) {
            var who = new Staff("teacher1", group);
            if (group != StaffGroup.CLASS_TEACHER) {
                web.perform(ask(who, page, "true", "回拨")).andExpect(status().isForbidden());
            }
            if (group != StaffGroup.REGISTRAR) {
                web.perform(ask(who, "/office/people/activation", "true", "回拨")).andExpect(status().isForbidden());
            }
        }
        assertThat(jdbc.queryForObject(
                        "select count(*) from activation_code where student_id = ?", Long.class, student.id()))
                .isZero();
        issue(Staff.REGISTRAR, "/office/people/activation");
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(content(see(TEACHER, language, "/office/class")))
                    .contains("/office/class/activation")
                    .doesNotContain("??");
        }
    }

    @Test
    void nothingReadableIsStored() throws Exception {
        var code = issue().replace(" ", "");
        var row =
                jdbc.queryForMap("select code_hash, note_enc from activation_code where student_id = ?", student.id());
        assertThat(row.values())
                .noneMatch(value ->
                        value.toString().contains(code) || value.toString().contains("回拨"));
        assertThat(jdbc.queryForList(
                        "select detail from audit_entry where subject = ?", String.class, "student-" + student.id()))
                .noneMatch(detail -> detail.contains(code));
    }
}
