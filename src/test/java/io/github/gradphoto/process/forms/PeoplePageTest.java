package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.notice.Student;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The help desk: who is on the telephone, and what they see. */
class PeoplePageTest extends OfficeTest {

    private static final Set<StaffGroup> HELPERS = Set.of(StaffGroup.REGISTRAR, StaffGroup.CERTIFICATE_DESK);

    @Autowired
    private JdbcTemplate jdbc;

    private String find(String typed, int status) throws Exception {
        var response = web.perform(post("/office/people")
                        .with(Staff.REGISTRAR.signedIn())
                        .with(csrf())
                        .param("typed", typed))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        var page = response.getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).doesNotContain("??");
        return page;
    }

    private static final String ANY_PICTURE_BUT_THE_LOGO = "<img(?![^>]*/brand/logo)";

    private String link(Student student) {
        return "/office/people/" + student.id() + "\"";
    }

    private List<String> audit(String action) {
        return jdbc.queryForList("select detail from audit_entry where action = ? order by id", String.class, action);
    }

    @Test
    void aPersonIsFoundByWhateverTheyKnow() throws Exception {
        var student = college.enrol();
        jdbc.update("update student set exam_number = ? where id = ?", "23510700" + student.id(), student.id());
        roster.updateContact(student.id(), student.email(), "13712345678");
        for (var typed : List.of(
                student.studentNumber(),
                " 23510700" + student.id(),
                student.idNumber().toLowerCase(Locale.ROOT),
                "137 1234 5678")) {
            assertThat(find(typed, 200))
                    .contains(link(student), student.maskedIdNumber(), "137****5678")
                    .doesNotContain(student.idNumber(), "13712345678");
        }
        jdbc.update("update student set name = ? where id = ?", "热依汗·阿卜杜", student.id());
        assertThat(find("依汗·阿", 200)).contains(link(student));
        assertThat(find("查无此人", 200)).contains("没有找到");
        assertThat(audit("people-searched"))
                .contains("by number, found 1", "by name, found 1", "by name, found 0")
                .noneMatch(detail -> detail.contains("依汗") || detail.contains("137"));
    }

    @Test
    void tooLittleIsRefused() throws Exception {
        assertThat(find(" ", 422)).contains("至少两个字");
        assertThat(find("王", 422)).contains("至少两个字");
        assertThat(find("1".repeat(41), 422)).contains("40");
        // a part of a number finds nobody, and a wildcard is a character
        assertThat(find("T000", 200)).contains("没有找到");
        assertThat(find("%%", 200)).contains("没有找到");
    }

    @Test
    void staffSeeWhatTheStudentSeesAndEachViewIsRecorded() throws Exception {
        for (var step : List.of(Step.CONFIRM_PAYMENT, Step.REVIEW_PHOTO, Step.TAKE_IN_PRINT)) {
            var driven = cases.at(step);
            var student = student(driven);
            for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                var page = see(Staff.REGISTRAR, language, "/office/people/" + student.id())
                        .getContentAsString(StandardCharsets.UTF_8);
                assertThat(page)
                        .contains(student.name(), driven.number(), "/office/people/activation")
                        .doesNotContain("??", student.idNumber(), student.phone(), student.email())
                        .doesNotContainPattern(ANY_PICTURE_BUT_THE_LOGO);
            }
            assertThat(jdbc.queryForObject(
                            "select count(*) from audit_entry where action = 'person-seen' and subject = ?",
                            Long.class,
                            "student-" + student.id()))
                    .isEqualTo(2);
        }
        var fresh = college.enrol();
        assertThat(see(Staff.DESK, "/office/people/" + fresh.id()).getContentAsString(StandardCharsets.UTF_8))
                .contains("未申请")
                .doesNotContain("??", "/office/people/activation");
        assertThat(see(Staff.DESK, "/office/people/999999999").getStatus()).isEqualTo(404);
    }

    @Test
    void onlyTheOfficeAndTheDeskFindPeople() throws Exception {
        var student = college.enrol();
        for (var group : StaffGroup.values()) {
            var who = new Staff("helper-" + group.id(), group);
            int expected = HELPERS.contains(group) ? 200 : 403;
            for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                var page = see(who, language, "/office/people");
                assertThat(page.getStatus()).isEqualTo(expected);
                assertThat(page.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("??");
            }
            web.perform(post("/office/people").with(who.signedIn()).with(csrf()).param("typed", student.name()))
                    .andExpect(status().is(expected));
            web.perform(get("/office/people/" + student.id()).with(who.signedIn()))
                    .andExpect(status().is(expected));
        }
    }
}
