package io.github.gradphoto.process.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradphoto.GradPhotoTest;
import io.github.gradphoto.MovableClock;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.process.College;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What each group sees of the engine, and what it does not. */
@GradPhotoTest
@Import(College.class)
class GroupRightsTest {

    @Autowired
    private College.Cases cases;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private FilterService filters;

    private String review;

    @BeforeEach
    void oneReviewAndOnePayment() {
        cases.publish(terms -> terms);
        cases.withCode(CollectionType.CENTRAL).confirmDetails().payAtCounter();
        var number = cases.inReview(CollectionType.CENTRAL).number();
        review = tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
    }

    @Test
    void eachGroupSeesItsTasksAndNoOthers() {
        assertThat(keysSeenBy("rev1", "reviewer"))
                .contains("reviewPhoto")
                .isSubsetOf("reviewPhoto", "giveSecondOpinion", "helpStudent");
        assertThat(keysSeenBy("bur1", "bursar"))
                .contains("confirmPayment")
                .isSubsetOf("confirmPayment", "claimPayment", "returnPayment", "approveRefund", "payOutRefund");
        assertThat(keysSeenBy("teacher1", "class-teacher")).isEmpty();
        assertThat(keysSeenBy("dean1", "dean")).isEmpty();
    }

    private List<String> keysSeenBy(String user, String group) {
        return as(user, group, () -> tasks.createTaskQuery().list()).stream()
                .map(Task::getTaskDefinitionKey)
                .distinct()
                .toList();
    }

    @Test
    void aTasksCardMayBeReadButNotTheCaseBehindIt() {
        var onCard = as(
                "rev1",
                "reviewer",
                () -> runtime.createVariableInstanceQuery().taskIdIn(review).list());
        assertThat(onCard)
                .extracting(VariableInstance::getName)
                .containsExactlyInAnyOrder("applicationNumber", "classCode", "attempt");
        assertThat(as(
                        "rev1",
                        "reviewer",
                        () -> runtime.createProcessInstanceQuery().list()))
                .isEmpty();
        assertThat(as(
                        "rev1",
                        "reviewer",
                        () -> history.createHistoricVariableInstanceQuery().list()))
                .allMatch(variable -> variable.getTaskId() != null);
    }

    @Test
    void theRightOnATaskIsToWorkOnItNotToChangeItsVariables() {
        assertThatThrownBy(() -> as("rev1", "reviewer", () -> {
                    tasks.setVariable(review, "reviewDecision", "APPROVED");
                    return null;
                }))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> as("bur1", "bursar", () -> {
                    tasks.complete(review, Map.of());
                    return null;
                }))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void everyGroupHasItsListsAndOneForEachOfItsSteps() {
        assertThat(filterNames("rev1", "reviewer"))
                .containsExactlyInAnyOrder(
                        "group", "mine", "today", "overdue", "reviewPhoto", "giveSecondOpinion", "helpStudent");
        assertThat(filterNames("bur1", "bursar"))
                .contains("group", "confirmPayment", "claimPayment")
                .doesNotContain("reviewPhoto");
        assertThat(filterNames("dean1", "dean")).doesNotContain("group", "reviewPhoto");
    }

    private List<String> filterNames(String user, String group) {
        return as(user, group, () -> filters.createFilterQuery().list()).stream()
                .map(Filter::getName)
                .toList();
    }

    @Test
    void listsFindWhatTheyAreNamedFor() {
        assertThat(found("group")).contains(review);
        assertThat(found("reviewPhoto")).contains(review);
        assertThat(found("mine")).doesNotContain(review);
        tasks.setAssignee(review, "rev1");
        assertThat(found("mine")).contains(review);
        assertThat(found("group")).contains(review);
        assertThat(found("today")).doesNotContain(review);
        assertThat(found("overdue")).doesNotContain(review);

        var due = tasks.createTaskQuery()
                .taskId(review)
                .singleResult()
                .getDueDate()
                .toInstant();
        MovableClock.moveTo(due.minus(Duration.ofHours(2)));
        assertThat(found("today")).contains(review);
        MovableClock.moveTo(due.plus(Duration.ofSeconds(1)));
        assertThat(found("overdue")).contains(review);
        MovableClock.moveTo(due.plus(Duration.ofDays(1)));
        assertThat(found("today")).doesNotContain(review);
    }

    private List<String> found(String filter) {
        return as("rev1", "reviewer", () -> {
                    var id = filters.createFilterQuery()
                            .filterName(filter)
                            .singleResult()
                            .getId();
                    return filters.<Task>list(id);
                })
                .stream()
                .map(Task::getId)
                .toList();
    }

    @AfterEach
    void clockBack() {
        MovableClock.reset();
    }

    private <T> T as(String user, String group, Supplier<T> question) {
        identity.setAuthentication(user, List.of(group));
        try {
            return question.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
