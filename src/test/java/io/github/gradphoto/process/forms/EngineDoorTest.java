package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.GradPhotoTest;
import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.process.College;
import io.github.gradphoto.review.ReviewLeases;
import io.github.gradphoto.review.ReviewTasks;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;

/** Staff who complete tasks through the engine's API with nonsense: a clear message, 4xx, and nothing changed. */
@GradPhotoTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({College.class, StaffCases.class})
class EngineDoorTest {

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private College.Cases college;

    @Autowired
    private StaffCases cases;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ReviewLeases leases;

    @Autowired
    private HistoryService history;

    @Autowired
    private JdbcTemplate jdbc;

    private DrivenCase driven;
    private String task;

    @BeforeEach
    void aPhotoInReview() {
        college.publish(terms -> terms);
        driven = cases.at(Step.REVIEW_PHOTO);
        task = cases.taskOf(driven, Step.REVIEW_PHOTO);
    }

    @AfterEach
    void clockBack() {
        MovableClock.reset();
    }

    @Test
    void nonsenseIsRefusedInTheUsersLanguageAndChangesNothing() {
        refused("请选择处理结果。", Map.of());
        refused("请选择处理结果。", Map.of("decision", "MAYBE"));
        refused("请至少选择一个退回原因。", Map.of("decision", "REJECTED"));
        refused("请至少选择一个退回原因。", Map.of("decision", "REJECTED", "reasons", "UGLY"));
        refused("请写明原因", Map.of("decision", "REJECTED", "reasons", "OTHER"));
        refused("已勾选退回原因", Map.of("decision", "APPROVED", "reasons", "BLURRED"));
        refused("最多 300 个字", Map.of("decision", "APPROVED", "comment", "长".repeat(301)));
    }

    private void refused(String message, Map<String, String> fields) {
        refused(message, complete(College.REVIEWER, task, transientTexts(fields)));
    }

    @Test
    void whatWouldStayInTheEngineAndForgedFactsAreRefused() {
        refused(
                "没有保存任何内容",
                complete(College.REVIEWER, task, Map.of("comment", Map.of("value", "x", "type", "String"))));
        var forged = transientTexts(Map.of("decision", "REJECTED", "reasons", "BLURRED", "attemptsLeft", "true"));
        refused("没有保存任何内容", complete(College.REVIEWER, task, forged));
        var number = transientTexts(Map.of("decision", "APPROVED"));
        number.put("comment", Map.of("value", 7, "type", "Integer", "valueInfo", Map.of("transient", true)));
        refused("没有保存任何内容", complete(College.REVIEWER, task, number));
        refused(
                "没有保存任何内容",
                post(College.REVIEWER, task, "submit-form", transientTexts(Map.of("decision", "APPROVED"))));
    }

    @Test
    void aTaskOfAnotherPersonOrGroupStaysTheirs() {
        var approval = transientTexts(Map.of("decision", "APPROVED"));
        assertThat(complete(College.BURSAR, task, approval).getStatusCode().is4xxClientError())
                .isTrue();
        unchanged();
        tasks.claim(task, College.OTHER_REVIEWER);
        refused("已由其他同事认领", complete(College.REVIEWER, task, approval));
    }

    /** As Tasklist asks: what ran out on a reviewer's screen is the group's again, also for who may not take it from them. */
    @Test
    void aLeaseThatRanOutIsGivenBackBeforeATaskIsShown() {
        assertThat(leases.take(
                        new ReviewTasks.Reader(College.REVIEWER, List.of(StaffGroup.REVIEWER.id())), driven.number()))
                .isTrue();
        assertThat(shown()).contains("\"assignee\":\"" + College.REVIEWER + "\"");
        MovableClock.moveBy(Duration.ofMinutes(11));
        assertThat(shown()).contains("\"assignee\":null");
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    private String shown() {
        var headers = new HttpHeaders();
        headers.setBasicAuth(College.OTHER_REVIEWER, College.PASSWORD);
        return http.exchange(
                        "/engine-rest/task?processInstanceBusinessKey=" + driven.number(),
                        HttpMethod.GET,
                        new HttpEntity<>(headers),
                        String.class)
                .getBody();
    }

    @Test
    void aGoodSubmissionLeavesItsFactAloneAndTheTaskBelongsToWhoDidIt() {
        var answer = complete(
                College.REVIEWER,
                task,
                transientTexts(Map.of("decision", "REJECTED", "reasons", "BLURRED,OTHER", "comment", "张某太暗")));
        assertThat(answer.getStatusCode().value()).isEqualTo(204);
        var done = history.createHistoricTaskInstanceQuery().taskId(task).singleResult();
        assertThat(done.getAssignee()).isEqualTo(College.REVIEWER);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(done.getProcessInstanceId())
                        .list())
                .extracting(variable -> variable.getName())
                .doesNotContain("decision", "reasons", "comment");
        assertThat(jdbc.queryForObject(
                        "select count(*) from ACT_HI_DETAIL where TEXT_ like '%张某%' or NAME_ in ('decision','comment')",
                        Long.class))
                .isZero();
    }

    private void refused(String message, ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode().is4xxClientError())
                .as(answer.toString())
                .isTrue();
        assertThat(answer.getBody()).contains(message);
        unchanged();
    }

    private void unchanged() {
        assertThat(cases.taskOf(driven, Step.REVIEW_PHOTO)).isEqualTo(task);
        assertThat(jdbc.queryForObject(
                        "select count(*) from review r join application a on a.id = r.application_id where a.number = ?",
                        Long.class,
                        driven.number()))
                .isZero();
    }

    private ResponseEntity<String> complete(String who, String taskId, Map<String, Object> variables) {
        return post(who, taskId, "complete", variables);
    }

    private ResponseEntity<String> post(String who, String taskId, String deed, Map<String, Object> variables) {
        var headers = new HttpHeaders();
        headers.setBasicAuth(who, College.PASSWORD);
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN");
        return http.postForEntity(
                "/engine-rest/task/" + taskId + "/" + deed,
                new HttpEntity<>(Map.of("variables", variables), headers),
                String.class);
    }

    private static Map<String, Object> transientTexts(Map<String, String> fields) {
        var variables = new HashMap<String, Object>();
        fields.forEach((name, value) ->
                variables.put(name, Map.of("value", value, "type", "String", "valueInfo", Map.of("transient", true))));
        return variables;
    }
}
