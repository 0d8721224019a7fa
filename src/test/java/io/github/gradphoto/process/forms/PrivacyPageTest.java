package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.privacy.PhotoViews;
import io.github.gradphoto.process.College;
import io.github.gradphoto.retention.DueSoon;
import io.github.gradphoto.retention.Retention;
import io.github.gradphoto.retention.RetentionRule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who saw which photo, what is deleted next and what was, and the student's copy from the hands of the office. */
class PrivacyPageTest extends OfficeTest {

    private static final Staff ADMIN = new Staff(College.ADMIN, StaffGroup.ADMINISTRATOR);
    private static final String VIEWS = "/office/privacy/views";

    @Autowired
    private Photos photos;

    @Autowired
    private AuditLog audit;

    @Autowired
    private Retention retention;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient jdbc;

    private String text(Staff who, String address) throws Exception {
        var page = see(who, address);
        assertThat(page.getStatus()).as(address).isEqualTo(200);
        return page.getContentAsString(StandardCharsets.UTF_8);
    }

    private void seenBy(String viewer, DrivenCase driven) {
        photos.show(photos.current(driven.number()).standardId(), viewer, Step.REVIEW_PHOTO.name());
    }

    @Test
    void whoSawAPhotoIsFoundByStudentAndByStaff() throws Exception {
        var one = cases.at(Step.REVIEW_PHOTO);
        var other = cases.at(Step.REVIEW_PHOTO);
        seenBy(College.REVIEWER, one);
        seenBy(College.OTHER_REVIEWER, one);
        seenBy(College.REVIEWER, other);
        seenBy(student(one).studentNumber(), one);

        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            var page = see(
                            Staff.REGISTRAR,
                            language,
                            VIEWS + "?student=" + student(one).id())
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(page)
                    .contains(College.REVIEWER, College.OTHER_REVIEWER, one.number())
                    .contains(language == Locale.CHINESE ? "学生本人" : "The student")
                    .contains(language == Locale.CHINESE ? "审核照片" : "Review")
                    .doesNotContain("??", other.number(), student(one).idNumber(), "<img src=\"/photos");
        }
        assertThat(text(ADMIN, VIEWS + "?viewer=" + College.OTHER_REVIEWER))
                .contains(one.number())
                .doesNotContain(other.number());
        assertThat(text(ADMIN, VIEWS + "?viewer=nobody")).contains("没有符合条件的记录");
        assertThat(text(ADMIN, VIEWS + "?from=2020-01-01&until=2020-01-31")).contains("没有符合条件的记录");
        assertThat(see(ADMIN, VIEWS + "?from=2026-02-01&until=2026-01-31").getStatus())
                .isEqualTo(422);
        assertThat(see(ADMIN, VIEWS + "?from=yesterday").getStatus()).isEqualTo(400);
        assertThat(see(ADMIN, VIEWS + "?student=999999").getStatus()).isEqualTo(404);
        assertThat(actions("student-" + student(one).id())).contains("photo-views-read");

        text(ADMIN, VIEWS + "?viewer=" + student(one).studentNumber());
        assertThat(lastAsked()).isEqualTo("viewer student-" + student(one).id());
        text(ADMIN, VIEWS + "?viewer=510699198506200052");
        assertThat(lastAsked()).isEqualTo("viewer unknown");
        text(ADMIN, VIEWS + "?before=9223372036854775806&viewer=" + College.REVIEWER);
        assertThat(lastAsked())
                .as("a later page is no way round the record")
                .isEqualTo("viewer " + College.REVIEWER + ", before 9223372036854775806");
    }

    private String lastAsked() {
        return jdbc.sql("select detail from audit_entry where action = 'photo-views-read' order by id desc limit 1")
                .query(String.class)
                .single();
    }

    @Test
    void aStudentIsFoundWithoutPersonalDataInTheAddress() throws Exception {
        var student = student(cases.at(Step.REVIEW_PHOTO));
        for (var typed : List.of(student.studentNumber(), student.idNumber())) {
            assertThat(find(typed).getRedirectedUrl()).isEqualTo(VIEWS + "?student=" + student.id());
        }
        var second = college.enrol();
        jdbc.sql("update student set name = '古力·买买提' where id in (?, ?)")
                .params(student.id(), second.id())
                .update();
        assertThat(find("买买提").getContentAsString(StandardCharsets.UTF_8))
                .contains("?student=" + student.id(), "?student=" + second.id());
        assertThat(find("查无此人").getStatus()).isEqualTo(404);
        assertThat(find("王").getStatus()).isEqualTo(422);
    }

    private MockHttpServletResponse find(String typed) throws Exception {
        return web.perform(post(VIEWS + "/student")
                        .param("typed", typed)
                        .with(Staff.REGISTRAR.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    @Test
    void manyViewsComeInPagesAndTheListToDownloadIsHarmless() throws Exception {
        var driven = cases.at(Step.REVIEW_PHOTO);
        var student = student(driven);
        var blob = photos.current(driven.number()).standardId();
        for (int i = 0; i < 2 * PhotoViews.PAGE + 3; i++) {
            audit.photoSeen(blob, "=HYPERLINK(1)", "own");
        }
        var seen = 0;
        var address = VIEWS + "?student=" + student.id();
        var older = Pattern.compile("before=(\\d+)");
        for (var page = text(ADMIN, address); ; ) {
            seen += page.split("=HYPERLINK\\(1\\)</a>", -1).length - 1;
            var next = older.matcher(page);
            if (!next.find()) {
                break;
            }
            page = text(ADMIN, address + "&before=" + next.group(1));
        }
        assertThat(seen).isEqualTo(2 * PhotoViews.PAGE + 3);

        var file = see(ADMIN, VIEWS + ".csv?student=" + student.id());
        assertThat(file.getHeader("Content-Disposition")).contains("photo-views.csv");
        assertThat(file.getContentAsString(StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .toList())
                .hasSizeGreaterThanOrEqualTo(2 * PhotoViews.PAGE + 3)
                .allMatch(line -> line.contains(student.studentNumber()))
                .noneMatch(line -> line.contains(",=HYPERLINK"))
                .anyMatch(line -> line.contains("'=HYPERLINK"));
        assertThat(actions("student-" + student.id())).contains("photo-views-exported");
    }

    @Test
    void thePageSaysWhatGoesNextAndTheRecordCoversTheEnginesHistory() throws Exception {
        var withdrawn = college.withCode(CollectionType.CENTRAL).withdraw();
        assertThat(due(RetentionRule.WITHDRAWN).tonight()).isZero();
        assertThat(due(RetentionRule.WITHDRAWN).month()).isPositive();
        MovableClock.moveBy(Duration.ofDays(29).plusHours(12));
        assertThat(due(RetentionRule.WITHDRAWN).tonight()).isPositive();
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(see(Staff.REGISTRAR, language, "/office/privacy").getContentAsString(StandardCharsets.UTF_8))
                    .contains(language == Locale.CHINESE ? "接下来要删除的" : "What goes next")
                    .doesNotContain("??");
        }

        MovableClock.moveBy(Duration.ofDays(1));
        deleteAll();
        assertThat(due(RetentionRule.WITHDRAWN).tonight()).isZero();
        assertThat(retention.records())
                .anyMatch(record -> record.rule() == RetentionRule.WITHDRAWN
                        && record.category().equals("HISTORY"));
        assertThat(jdbc.sql("select count(*) from application where number = ? and erased_at is not null")
                        .param(withdrawn.number())
                        .query(Long.class)
                        .single())
                .isOne();

        college.publish(terms -> terms); // the other closed meanwhile
        college.withCode(CollectionType.CENTRAL);
        sendMessages();
        assertThat(retention.engineHistory())
                .as("messages of cases that still run")
                .anyMatch(kept -> kept.finished() > 0);
        MovableClock.moveBy(Duration.ofDays(181));
        assertThat(retention.engineHistory()).anyMatch(kept -> kept.expired() > 0);
        deleteAll();
        assertThat(retention.engineHistory()).allMatch(kept -> kept.expired() == 0);
        assertThat(retention.records())
                .filteredOn(record -> record.rule() == RetentionRule.HISTORY)
                .extracting(record -> record.category())
                .contains("HISTORY", "DECISIONS");

        var csv = see(ADMIN, "/office/privacy/records.csv").getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains("流程历史", "判定记录", "撤回或取消的申请").doesNotContain(withdrawn.number());
        assertThat(text(ADMIN, "/office/privacy")).contains("流程引擎的历史");
        assertThat(text(ADMIN, "/office/privacy?before=2020-01-01")).contains("还没有清理过任何信息");
    }

    private void deleteAll() {
        while (!retention.deleteNext()) {
            assertThat(retention.records()).isNotEmpty();
        }
    }

    private void sendMessages() {
        management
                .createJobQuery()
                .processDefinitionKey("sendMessage")
                .executable()
                .list()
                .forEach(job -> management.executeJob(job.getId()));
    }

    private DueSoon due(RetentionRule rule) {
        return retention.dueSoon().stream()
                .filter(one -> one.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theOfficeHandsACopyOverAfterACheckAndItIsRecorded() throws Exception {
        var student = student(cases.at(Step.REVIEW_PHOTO));
        assertThat(copy(Staff.REGISTRAR, student.id(), "false", "身份证").getStatus())
                .isEqualTo(422);
        assertThat(copy(Staff.REGISTRAR, student.id(), "true", " ").getStatus()).isEqualTo(422);
        assertThat(copy(Staff.REGISTRAR, 999_999, "true", "身份证").getStatus()).isEqualTo(404);
        assertThat(copy(Staff.DESK, student.id(), "true", "身份证").getStatus()).isEqualTo(403);
        assertThat(actions("student-" + student.id())).isEmpty();

        var file = copy(Staff.REGISTRAR, student.id(), "true", "本人持身份证到窗口");
        assertThat(file.getStatus()).isEqualTo(200);
        assertThat(file.getHeader("Content-Disposition")).contains("gradphoto-my-data.zip");
        assertThat(file.getContentAsByteArray()).startsWith('P', 'K');
        assertThat(actions("student-" + student.id())).containsExactly("data-copied-for-student");
        assertThat(jdbc.sql("select count(*) from photo_view where viewer = ? and purpose = 'copy'")
                        .param(College.REGISTRAR)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(text(ADMIN, VIEWS + "?student=" + student.id())).contains("个人信息副本");
        assertThat(text(Staff.REGISTRAR, "/office/people/" + student.id())).contains("/copy");
        assertThat(text(Staff.DESK, "/office/people/" + student.id())).doesNotContain("/copy");
    }

    private MockHttpServletResponse copy(Staff who, long student, String checked, String note) throws Exception {
        return web.perform(post("/office/people/" + student + "/copy")
                        .param("checked", checked)
                        .param("note", note)
                        .with(who.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    @Test
    void onlyTheOfficeAndAdministratorsAsk() throws Exception {
        for (var group : StaffGroup.values()) {
            var who = new Staff("asker-" + group.id(), group);
            int expected = group == StaffGroup.REGISTRAR || group == StaffGroup.ADMINISTRATOR ? 200 : 403;
            for (var address : List.of(VIEWS, VIEWS + ".csv", "/office/privacy/records.csv")) {
                assertThat(see(who, address).getStatus()).as(address).isEqualTo(expected);
            }
        }
    }

    private List<String> actions(String subject) {
        return jdbc.sql("select action from audit_entry where subject = ? order by id")
                .param(subject)
                .query(String.class)
                .list();
    }
}
