package io.github.gradphoto.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.gradphoto.GradPhotoTest;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.privacy.Vault;
import io.github.gradphoto.process.College;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The sign-in of students and staff. */
@GradPhotoTest
@Import(College.class)
class SignInTest {

    @Autowired
    private MockMvc web;

    @Autowired
    private College.Cases cases;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Vault vault;

    @BeforeEach
    void notice() {
        cases.publish(terms -> terms);
    }

    private MockHttpServletRequestBuilder ask(String number, String lastSix, MockHttpSession session) {
        return post("/sign-in")
                .with(csrf())
                .session(session)
                .param("studentNumber", number)
                .param("idLastSix", lastSix);
    }

    private String sentCode() {
        var body = jdbc.queryForObject(
                "select body_enc from outbox where kind = 'SIGN_IN_CODE' order by id desc limit 1", String.class);
        var digits = Pattern.compile("\\d{6}").matcher(vault.decrypt(body));
        assertThat(digits.find()).isTrue();
        return digits.group();
    }

    private static String lastSix(Student student) {
        return student.idNumber().substring(12);
    }

    @Test
    void anUnknownStudentSeesWhatAKnownOneSees() throws Exception {
        var known = new MockHttpSession();
        var unknown = new MockHttpSession();
        var student = cases.enrol();
        for (var request : new MockHttpServletRequestBuilder[] {
            ask(student.studentNumber(), lastSix(student), known), ask("T0000000", "123456", unknown)
        }) {
            web.perform(request)
                    .andExpect(redirectedUrl("/sign-in/code"))
                    .andExpect(flash().attribute("codeRequested", true));
        }
        assertThat(codePage(known)).isEqualTo(codePage(unknown)).contains("如信息无误，验证码已发送至预留邮箱");
        assertThat(wrongCode(known)).isEqualTo(wrongCode(unknown)).contains("验证码不正确或已失效");
    }

    private String codePage(MockHttpSession session) throws Exception {
        return withoutToken(web.perform(get("/sign-in/code").session(session))
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private String wrongCode(MockHttpSession session) throws Exception {
        return withoutToken(
                web.perform(post("/sign-in/code").with(csrf()).session(session).param("code", "000000"))
                        .andExpect(status().is(422))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void theCodeSignsInOnceAndOpensANewSession() throws Exception {
        var student = cases.enrol();
        var session = new MockHttpSession();
        // typed as people do: blanks, and a small letter
        web.perform(ask(
                        " " + student.studentNumber() + " ",
                        " " + lastSix(student).toLowerCase() + " ",
                        session))
                .andExpect(redirectedUrl("/sign-in/code"));
        var code = sentCode();
        var signedIn = web.perform(
                        post("/sign-in/code").with(csrf()).session(session).param("code", code))
                .andExpect(redirectedUrl("/my"))
                .andReturn()
                .getRequest()
                .getSession(false);
        assertThat(session.isInvalid()).isTrue();
        web.perform(get("/my").session((MockHttpSession) signedIn)).andExpect(redirectedUrl("/my/apply"));

        var again = new MockHttpSession();
        again.setAttribute(SignInHint.class.getName(), new SignInHint(student.studentNumber(), lastSix(student)));
        web.perform(post("/sign-in/code").with(csrf()).session(again).param("code", code))
                .andExpect(status().is(422));
    }

    @Test
    void theExamNumberAndTheIdNumberServeAsWell() throws Exception {
        var student = cases.enrol();
        jdbc.update("update student set exam_number = ? where id = ?", "23510699" + student.id(), student.id());
        for (var number :
                new String[] {"23510699" + student.id(), student.idNumber().toLowerCase()}) {
            var session = new MockHttpSession();
            web.perform(ask(number, lastSix(student), session)).andExpect(redirectedUrl("/sign-in/code"));
            web.perform(post("/sign-in/code").with(csrf()).session(session).param("code", sentCode()))
                    .andExpect(redirectedUrl("/my"));
        }
        var sent = jdbc.queryForObject("select count(*) from outbox", Long.class);
        web.perform(ask(student.idNumber(), "000000", new MockHttpSession())).andExpect(redirectedUrl("/sign-in/code"));
        assertThat(jdbc.queryForObject("select count(*) from outbox", Long.class))
                .isEqualTo(sent);
    }

    @Test
    void aFormOfALostSessionLeadsBackToItsPage() throws Exception {
        web.perform(post("/my/delivery").param("method", "POST")).andExpect(redirectedUrl("/my/delivery"));
        var session = (MockHttpSession)
                web.perform(get("/my/delivery")).andReturn().getRequest().getSession();
        var student = cases.enrol();
        web.perform(ask(student.studentNumber(), lastSix(student), session));
        web.perform(post("/sign-in/code").with(csrf()).session(session).param("code", sentCode()))
                .andExpect(redirectedUrl("/my/delivery"));
        web.perform(post("/office/cases").param("typed", "1")).andExpect(status().isForbidden());
    }

    @Test
    void formsNeedTheirToken() throws Exception {
        web.perform(post("/sign-in").param("studentNumber", "1").param("idLastSix", "123456"))
                .andExpect(status().isForbidden());
    }

    @Test
    void anIncompleteHintIsRefused() throws Exception {
        web.perform(ask("1", "12", new MockHttpSession())).andExpect(status().is(422));
        web.perform(get("/sign-in/code")).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void staffAreSentToTheirWork() throws Exception {
        web.perform(post("/login")
                        .with(csrf())
                        .param("username", College.REVIEWER)
                        .param("password", College.PASSWORD))
                .andExpect(redirectedUrl("/camunda/app/tasklist/"));
        web.perform(post("/login").with(csrf()).param("username", College.ADMIN).param("password", College.PASSWORD))
                .andExpect(redirectedUrl("/camunda/app/cockpit/"));
        web.perform(post("/login")
                        .with(csrf())
                        .param("username", College.REVIEWER)
                        .param("password", "wrong"))
                .andExpect(redirectedUrl("/login?error"));
    }

    @Test
    void anUploadThatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
        web.perform(post("/my/photo").content(new byte[18 * 1024 * 1024])).andExpect(status().is(413));
    }
}
