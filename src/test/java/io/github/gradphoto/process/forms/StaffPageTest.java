package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.process.College;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MvcResult;

/** 工作人员账号: made, changed, closed for leavers, opened again; and everybody's own password. */
class StaffPageTest extends OfficeTest {

    private static final Staff ADMIN = new Staff(College.ADMIN, StaffGroup.ADMINISTRATOR);
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    private MvcResult send(Staff who, String address, String... fields) throws Exception {
        var request = post(address).with(who.signedIn()).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request).andReturn();
    }

    private int status(Staff who, String address, String... fields) throws Exception {
        return send(who, address, fields).getResponse().getStatus();
    }

    private String create(StaffGroup group) throws Exception {
        var name = "new-" + SERIAL.incrementAndGet();
        var made = send(
                ADMIN, "/office/staff", "username", name, "displayName", "林同事", "email", "", "group", group.name());
        assertThat(made.getResponse().getRedirectedUrl()).isEqualTo("/office/staff/" + name);
        var password = (String) made.getFlashMap().get("password");
        assertThat(accounts.checkPassword(name, password)).isTrue();
        return name;
    }

    @Test
    void onlyAdministratorsKeepAccountsInBothLanguages() throws Exception {
        var name = create(StaffGroup.REVIEWER);
        for (var group : StaffGroup.values()) {
            var who = new Staff("keeper-" + group.id(), group);
            int expected = group == StaffGroup.ADMINISTRATOR ? 200 : 403;
            for (var address : List.of("/office/staff", "/office/staff/" + name)) {
                for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                    var page = see(who, language, address);
                    assertThat(page.getStatus()).isEqualTo(expected);
                    assertThat(page.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("??");
                }
            }
            if (group != StaffGroup.ADMINISTRATOR) {
                assertThat(status(who, "/office/staff/" + name + "/close", "note", "离职"))
                        .isEqualTo(403);
                assertThat(status(who, "/office/staff", "username", "x-1", "displayName", "x", "group", "DEAN"))
                        .isEqualTo(403);
            }
        }
        assertThat(web.perform(post("/office/staff").with(ADMIN.signedIn()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("without the token of the form")
                .isEqualTo(403);
    }

    @Test
    void aFirstPasswordIsShownOnceAndChangedByItsOwner() throws Exception {
        var name = "new-" + SERIAL.incrementAndGet();
        var made = send(ADMIN, "/office/staff", "username", name, "displayName", "林同事", "group", "BURSAR");
        var first = (String) made.getFlashMap().get("password");
        var once = web.perform(
                        get("/office/staff/" + name).with(ADMIN.signedIn()).flashAttr("password", first))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(once).contains(first);
        assertThat(see(ADMIN, "/office/staff/" + name).getContentAsString(StandardCharsets.UTF_8))
                .contains("林同事")
                .doesNotContain(first);

        var owner = new Staff(name, StaffGroup.BURSAR);
        assertThat(status(
                        owner,
                        "/office/password",
                        "old",
                        "nonsense",
                        "wanted",
                        "ein-gutes-Wort",
                        "again",
                        "ein-gutes-Wort"))
                .isEqualTo(422);
        MovableClock.moveBy(Duration.ofMinutes(2)); // after a wrong password the engine takes none for a while
        assertThat(status(owner, "/office/password", "old", first, "wanted", "ein-gutes-Wort", "again", "ein-anderes"))
                .isEqualTo(422);
        assertThat(status(owner, "/office/password", "old", first, "wanted", "kurz", "again", "kurz"))
                .isEqualTo(422);
        assertThat(accounts.checkPassword(name, first)).isTrue();
        assertThat(status(
                        owner, "/office/password", "old", first, "wanted", "ein-gutes-Wort", "again", "ein-gutes-Wort"))
                .isEqualTo(302);
        assertThat(accounts.checkPassword(name, "ein-gutes-Wort")).isTrue();
        assertThat(accounts.checkPassword(name, first)).isFalse();

        var again = (String)
                send(ADMIN, "/office/staff/" + name + "/password").getFlashMap().get("password");
        assertThat(accounts.checkPassword(name, again)).isTrue();
        assertThat(audit(name)).contains("staff-created", "password-changed", "staff-password-reset");
        assertThat(jdbc.sql("select count(*) from audit_entry where detail like '%' || :word || '%'")
                        .param("word", again)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aLeaverIsOutAtOnceAndTheirTasksGoBackToTheGroup() throws Exception {
        var name = create(StaffGroup.REVIEWER);
        accounts.change(name, "林同事", "lin@example.com", Set.of(StaffGroup.REVIEWER));
        var password = (String)
                send(ADMIN, "/office/staff/" + name + "/password").getFlashMap().get("password");
        var driven = cases.at(Step.REVIEW_PHOTO);
        var task = cases.taskOf(driven, Step.REVIEW_PHOTO);
        tasks.claim(task, name);
        var session = signIn(name, password);
        assertThat(within(session, "/office").getStatus()).isEqualTo(200);
        assertThat(accounts.emailsOf(StaffGroup.REVIEWER)).contains("lin@example.com");
        assertThat(accounts.emailOf(name)).isEqualTo("lin@example.com");

        assertThat(status(ADMIN, "/office/staff/" + name + "/close", "note", " "))
                .isEqualTo(422);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo(name);
        var closed = send(ADMIN, "/office/staff/" + name + "/close", "note", "离职");

        assertThat(closed.getFlashMap().get("given")).isEqualTo(1);
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
        assertThat(within(session, "/office").getRedirectedUrl()).isEqualTo("/login?closed");
        assertThat(((MockHttpSession) session).isInvalid()).isTrue();
        assertThat(accounts.checkPassword(name, password)).isFalse();
        assertThat(web.perform(get("/engine-rest/task").with(httpBasic(name, password)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
        assertThat(accounts.emailsOf(StaffGroup.REVIEWER)).doesNotContain("lin@example.com");
        assertThat(accounts.emailOf(name)).as("no reminders either").isNull();
        assertThat(see(ADMIN, "/office/staff/" + name).getContentAsString(StandardCharsets.UTF_8))
                .contains("已停用", "离职");
        assertThat(status(ADMIN, "/office/staff/" + name + "/close", "note", "离职"))
                .isEqualTo(409);

        assertThat(status(ADMIN, "/office/staff/" + name + "/open")).isEqualTo(302);
        assertThat(accounts.checkPassword(name, password)).isTrue();
        assertThat(accounts.groupsOf(name)).containsExactly(StaffGroup.REVIEWER);
        assertThat(status(ADMIN, "/office/staff/" + name + "/open")).isEqualTo(409);
        assertThat(audit(name)).contains("staff-closed", "staff-opened");
    }

    @Test
    void aClassTeacherWhoLeavesIsMissedByTheirStudents() throws Exception {
        var name = create(StaffGroup.CLASS_TEACHER);
        var student = college.enrol();
        jdbc.sql("update student set class_teacher = ? where id = ?")
                .params(name, student.id())
                .update();
        send(ADMIN, "/office/staff/" + name + "/close", "note", "调离");
        assertThat(see(ADMIN, "/office/staff/" + name).getContentAsString(StandardCharsets.UTF_8))
                .contains("名册中还有 1 名学生的班主任是这个账号");
        assertThat(accounts.teachers()).doesNotContainKey(name);
    }

    @Test
    void nobodyTakesTheirOwnAdministrationAway() throws Exception {
        var own = "/office/staff/" + College.ADMIN;
        assertThat(status(ADMIN, own + "/close", "note", "x")).isEqualTo(409);
        assertThat(status(ADMIN, own + "/password")).isEqualTo(409);
        assertThat(status(ADMIN, own, "displayName", "管理员", "group", "DEAN")).isEqualTo(409);
        assertThat(accounts.groupsOf(College.ADMIN)).contains(StaffGroup.ADMINISTRATOR);
        assertThat(accounts.checkPassword(College.ADMIN, College.PASSWORD)).isTrue();
    }

    @Test
    void badEntriesAreRefusedAndLeaveNoAccount() throws Exception {
        long before = accounts.all().size();
        for (var username : List.of("", "a", "two words", "../x", "王老师", "x".repeat(33), "-x")) {
            assertThat(status(ADMIN, "/office/staff", "username", username, "displayName", "甲", "group", "DEAN"))
                    .as(username)
                    .isEqualTo(422);
        }
        assertThat(status(
                        ADMIN,
                        "/office/staff",
                        "username",
                        College.REVIEWER.toUpperCase(),
                        "displayName",
                        "甲",
                        "group",
                        "DEAN"))
                .as("capitals make no difference")
                .isEqualTo(409);
        assertThat(status(ADMIN, "/office/staff", "username", "ok-1", "displayName", " ", "group", "DEAN"))
                .isEqualTo(422);
        assertThat(status(ADMIN, "/office/staff", "username", "ok-1", "displayName", "甲"))
                .isEqualTo(422);
        for (var email : List.of("no", "x".repeat(300) + "@example.com")) {
            assertThat(status(
                            ADMIN,
                            "/office/staff",
                            "username",
                            "ok-1",
                            "displayName",
                            "甲",
                            "email",
                            email,
                            "group",
                            "DEAN"))
                    .isEqualTo(422);
        }
        assertThat(status(ADMIN, "/office/staff", "username", "ok-1", "displayName", "甲", "group", "KING"))
                .isEqualTo(400);
        assertThat(see(ADMIN, "/office/staff/nobody-here").getStatus()).isEqualTo(404);
        assertThat(accounts.all()).hasSize((int) before);
    }

    private HttpSession signIn(String name, String password) throws Exception {
        var answer = web.perform(
                        post("/login").with(csrf()).param("username", name).param("password", password))
                .andReturn();
        return answer.getRequest().getSession(false);
    }

    private MockHttpServletResponse within(HttpSession session, String address) throws Exception {
        return web.perform(get(address).session((MockHttpSession) session))
                .andReturn()
                .getResponse();
    }

    private List<String> audit(String subject) {
        return jdbc.sql("select action from audit_entry where subject = ?")
                .param(subject)
                .query(String.class)
                .list();
    }
}
