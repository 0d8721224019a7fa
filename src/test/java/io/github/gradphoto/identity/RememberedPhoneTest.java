package io.github.gradphoto.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.gradphoto.GradPhotoTest;
import io.github.gradphoto.MovableClock;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.privacy.Vault;
import io.github.gradphoto.process.College;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** 「这是我的手机，30天内免登录」 */
@GradPhotoTest
@Import(College.class)
class RememberedPhoneTest {

    @Autowired
    private MockMvc web;

    @Autowired
    private College.Cases cases;

    @Autowired
    private Roster roster;

    @Autowired
    private RememberedPhones phones;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Vault vault;

    private Student student;

    @BeforeEach
    void notice() {
        cases.publish(terms -> terms);
        student = cases.enrol();
    }

    @AfterEach
    void clockBack() {
        MovableClock.reset();
    }

    private MockHttpServletResponse signIn(boolean mine) throws Exception {
        var session = new MockHttpSession();
        web.perform(post("/sign-in")
                .with(csrf())
                .session(session)
                .param("studentNumber", student.studentNumber())
                .param("idLastSix", student.idNumber().substring(12)));
        var body = vault.decrypt(jdbc.queryForObject(
                "select body_enc from outbox where kind = 'SIGN_IN_CODE' order by id desc limit 1", String.class));
        var code = Pattern.compile("\\d{6}")
                .matcher(body)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        var enter = post("/sign-in/code").with(csrf()).session(session).param("code", code);
        return web.perform(mine ? enter.param("mine", "true") : enter)
                .andExpect(redirectedUrl("/my"))
                .andReturn()
                .getResponse();
    }

    private Cookie remembered() throws Exception {
        return signIn(true).getCookie(RememberMyPhone.COOKIE);
    }

    /** A visit without a session. @return the cookie for the next one */
    private Cookie comesBack(Cookie cookie) throws Exception {
        return web.perform(get("/my").cookie(cookie))
                .andExpect(redirectedUrl("/my/apply"))
                .andReturn()
                .getResponse()
                .getCookie(RememberMyPhone.COOKIE);
    }

    private void mustSignIn(Cookie cookie) throws Exception {
        web.perform(get("/my").cookie(cookie)).andExpect(redirectedUrl("http://localhost/sign-in"));
    }

    @Test
    void onlyWhoTickedTheBoxIsRemembered() throws Exception {
        assertThat(signIn(false).getCookie(RememberMyPhone.COOKIE)).isNull();
        assertThat(phones.of(student.id())).isEmpty();
        var cookie = remembered();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(cookie.getMaxAge()).isEqualTo((int) Duration.ofDays(30).toSeconds());
        assertThat(phones.of(student.id())).hasSize(1);
        assertThat(comesBack(comesBack(cookie)).getValue()).isNotEqualTo(cookie.getValue());
    }

    @Test
    void itEndsAfterThirtyDays() throws Exception {
        var cookie = comesBack(remembered());
        MovableClock.moveBy(Duration.ofDays(29));
        cookie = comesBack(cookie);
        MovableClock.moveBy(Duration.ofDays(1).plusMinutes(1));
        assertThat(phones.of(student.id())).isEmpty();
        mustSignIn(cookie);
    }

    @Test
    void aCopiedCookieEndsItForEveryPhone() throws Exception {
        var other = remembered();
        var mine = remembered();
        var next = comesBack(mine);
        mustSignIn(mine);
        assertThat(phones.of(student.id())).isEmpty();
        mustSignIn(next);
        mustSignIn(other);
        mustSignIn(new Cookie(RememberMyPhone.COOKIE, "bm9uc2Vuc2U"));
    }

    @Test
    void signingOutConcernsThisPhoneOnly() throws Exception {
        var other = remembered();
        var mine = remembered();
        web.perform(post("/sign-out").with(csrf()).cookie(mine)).andExpect(redirectedUrl("/"));
        mustSignIn(mine);
        assertThat(comesBack(other)).isNotNull();
    }

    @Test
    void anotherContactForgetsEveryPhone() throws Exception {
        var cookie = remembered();
        roster.updateContact(student.id(), student.email(), student.phone());
        cookie = comesBack(cookie);
        roster.updateContact(student.id(), "new@example.com", student.phone());
        mustSignIn(cookie);
    }

    @Test
    void myListsThePhonesAndForgetsThem() throws Exception {
        cases.apply(student);
        var cookie = remembered();
        var session = (MockHttpSession) web.perform(get("/my").cookie(cookie))
                .andExpect(status().isOk())
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsString()).contains("免登录的手机", "最近使用", "全部退出"))
                .andReturn()
                .getRequest()
                .getSession(false);
        web.perform(post("/my/phones").session(session)).andExpect(status().isForbidden());
        web.perform(post("/my/phones").with(csrf()).session(session)).andExpect(redirectedUrl("/my"));
        assertThat(phones.of(student.id())).isEmpty();
        mustSignIn(cookie);
    }

    @Test
    void staffAreNeverRemembered() throws Exception {
        var response = web.perform(post("/login")
                        .with(csrf())
                        .param("username", College.BURSAR)
                        .param("password", College.PASSWORD)
                        .param("mine", "true"))
                .andExpect(redirectedUrl("/camunda/app/tasklist/"))
                .andReturn()
                .getResponse();
        assertThat(response.getCookie(RememberMyPhone.COOKIE)).isNull();
    }
}
