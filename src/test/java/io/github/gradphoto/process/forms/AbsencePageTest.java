package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.process.College;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 请假交接: tasks that somebody claimed and left go back to the group. */
class AbsencePageTest extends OfficeTest {

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theHeadReviewerGivesBackWhatAnAbsentReviewerHolds() throws Exception {
        var driven = claimed(Step.REVIEW_PHOTO, College.REVIEWER);
        var page = see(Staff.HEAD, "/office/absence").getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("审核照片 × 1");

        assertThat(giveBack(Staff.HEAD, College.REVIEWER)).isEqualTo(302);
        assertThat(holder(driven, Step.REVIEW_PHOTO)).isNull();
        assertThat(jdbc.sql("select detail from audit_entry where action = 'tasks-given-back' and subject = ?")
                        .param(College.REVIEWER)
                        .query(String.class)
                        .list())
                .contains("1");
        driven.approvePhoto(College.OTHER_REVIEWER);
        assertThat(giveBack(Staff.HEAD, College.REVIEWER)).isEqualTo(409);
    }

    @Test
    void everybodyGivesBackTheirOwnButNotAColleagues() throws Exception {
        var driven = claimed(Step.REVIEW_PHOTO, College.OTHER_REVIEWER);
        assertThat(giveBack(Staff.REVIEWER, College.OTHER_REVIEWER)).isEqualTo(409);
        assertThat(holder(driven, Step.REVIEW_PHOTO)).isEqualTo(College.OTHER_REVIEWER);

        assertThat(giveBack(new Staff(College.OTHER_REVIEWER, Staff.REVIEWER.group()), College.OTHER_REVIEWER))
                .isEqualTo(302);
        assertThat(holder(driven, Step.REVIEW_PHOTO)).isNull();
    }

    @Test
    void theHeadReviewerAnswersForReviewersOnlyTheRegistrarForAll() throws Exception {
        var driven = claimed(Step.CONFIRM_PAYMENT, College.BURSAR);
        assertThat(giveBack(Staff.HEAD, College.BURSAR)).isEqualTo(409);
        assertThat(holder(driven, Step.CONFIRM_PAYMENT)).isEqualTo(College.BURSAR);
        assertThat(giveBack(Staff.REGISTRAR, College.BURSAR)).isEqualTo(302);
        assertThat(holder(driven, Step.CONFIRM_PAYMENT)).isNull();
    }

    private DrivenCase claimed(Step step, String username) {
        var driven = cases.at(step);
        tasks.claim(cases.taskOf(driven, step), username);
        return driven;
    }

    private String holder(DrivenCase driven, Step step) {
        return tasks.createTaskQuery()
                .taskId(cases.taskOf(driven, step))
                .singleResult()
                .getAssignee();
    }

    private int giveBack(Staff who, String username) throws Exception {
        return web.perform(post("/office/absence")
                        .with(who.signedIn())
                        .with(csrf())
                        .param("username", username))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
