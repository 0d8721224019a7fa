package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Student;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** N04: a class teacher notes calls, is told when to call again, and gets to nothing of another class. */
class CallNoteTest extends OfficeTest {

    private static final Staff TEACHER = Staff.teacher("teacher1");
    private static final Staff OTHER = Staff.teacher("teacher2");

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @Test
    void aCallIsNotedEncryptedAndComesBackOnItsDay() throws Exception {
        var student = college.enrol();
        var again = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE).plusDays(2);
        assertThat(note(TEACHER, student, "说周五去拍照", again.toString())).isEqualTo(302);
        assertThat(page(TEACHER)).contains("说周五去拍照", again + " 再联系").doesNotContain("该再联系了");
        assertThat(jdbc.queryForObject(
                        "select note_enc from call_note where student_id = ?", String.class, student.id()))
                .doesNotContain("周五");

        MovableClock.moveBy(Duration.ofDays(2));
        assertThat(page(TEACHER)).contains("该再联系了");
        assertThat(note(TEACHER, student, "已经拍了", "")).isEqualTo(302);
        assertThat(page(TEACHER)).contains("说周五去拍照", "已经拍了").doesNotContain("该再联系了");
    }

    @Test
    void aDueCallIsCrossedOut() throws Exception {
        var student = college.enrol();
        var again = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE).plusDays(1);
        note(TEACHER, student, "明天再打", again.toString());
        MovableClock.moveBy(Duration.ofDays(1));
        var id = jdbc.queryForObject("select id from call_note where student_id = ?", Long.class, student.id());
        assertThat(send(OTHER, "/office/class/notes/" + id + "/done")).isEqualTo(404);
        assertThat(page(TEACHER)).contains("该再联系了");
        assertThat(send(TEACHER, "/office/class/notes/" + id + "/done")).isEqualTo(302);
        assertThat(page(TEACHER)).doesNotContain("该再联系了");
    }

    @Test
    void whatDoesNotBelongIntoANoteIsRefused() throws Exception {
        var student = college.enrol();
        var today = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
        assertThat(note(TEACHER, student, " ", "")).isEqualTo(422);
        assertThat(note(TEACHER, student, "长".repeat(201), "")).isEqualTo(422);
        assertThat(note(TEACHER, student, "证件号 510699 20020315 0019 对吗", "")).isEqualTo(422);
        assertThat(note(TEACHER, student, "改天", "下周")).isEqualTo(422);
        assertThat(note(TEACHER, student, "今天", today.toString())).isEqualTo(422);
        assertThat(note(TEACHER, student, "明年", today.plusDays(400).toString())).isEqualTo(422);
        assertThat(jdbc.queryForObject("select count(*) from call_note where student_id = ?", Long.class, student.id()))
                .isZero();
    }

    @Test
    void guessedAddressesOfAnotherClassLeadNowhere() throws Exception {
        var driven = cases.at(Step.REVIEW_PHOTO);
        var student = student(driven);
        var task = cases.taskOf(driven, Step.REVIEW_PHOTO);
        assertThat(note(OTHER, student, "不是我班的", "")).isEqualTo(404);
        assertThat(web.perform(post("/office/class/activation")
                                .param("student", student.id().toString())
                                .param("checked", "true")
                                .param("note", "打过电话")
                                .with(OTHER.signedIn())
                                .with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        var pages = List.of(
                "/office/class?class=" + student.classCode(),
                "/office/class?teacher=teacher1",
                "/office/class/" + student.classCode(),
                "/office/class/notes",
                "/office/people?key=" + student.studentNumber(),
                "/office/people/" + student.id(),
                "/office/cases?number=" + driven.number(),
                "/office/progress?schoolClass=" + student.classCode(),
                "/office/progress/students.csv",
                "/office/roster",
                "/office/tasks/" + task,
                "/office/tasks/" + task + "/admission-photo",
                "/office/tasks/" + task + "/official-photo",
                "/my");
        for (var who : List.of(OTHER, TEACHER)) {
            for (var address : pages) {
                if (who == TEACHER && address.startsWith("/office/class?")) {
                    continue;
                }
                var answer = see(who, address);
                assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                        .as(address)
                        .doesNotContain(student.name() + "<", student.idNumber());
                if (!address.startsWith("/office/class?")) {
                    assertThat(answer.getStatus()).as(address).isIn(302, 403, 404, 405);
                }
            }
        }
    }

    private int note(Staff who, Student student, String note, String againOn) throws Exception {
        return web.perform(post("/office/class/notes")
                        .param("student", student.id().toString())
                        .param("note", note)
                        .param("againOn", againOn)
                        .with(who.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private int send(Staff who, String address) throws Exception {
        return web.perform(post(address).with(who.signedIn()).with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String page(Staff who) throws Exception {
        return see(who, "/office/class").getContentAsString(StandardCharsets.UTF_8);
    }
}
