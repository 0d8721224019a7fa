package io.github.gradphoto.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradphoto.GradPhotoTest;
import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.refusal.Refusal;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What all tests of the processes share: a college, the clock, and jobs that run when the test says so. */
@GradPhotoTest
@Import(College.class)
abstract class EngineTest {

    @Autowired
    College.Cases cases;

    @Autowired
    ApplicationProcess process;

    @Autowired
    Applications applications;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @AfterEach
    void clockBack() {
        MovableClock.reset();
    }

    List<Step> steps(DrivenCase driven) {
        return process.openSteps(List.of(driven.number())).getOrDefault(driven.number(), List.of()).stream()
                .map(OpenStep::step)
                .toList();
    }

    void waitsFor(DrivenCase driven, Step... steps) {
        assertThat(steps(driven)).containsExactlyInAnyOrder(steps);
    }

    Application.State state(DrivenCase driven) {
        return applications.byNumber(driven.number()).state();
    }

    /** Ids of the end events at which instances of a diagram ended for this case. */
    List<String> ends(DrivenCase driven, String diagram) {
        var instances = history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(driven.number())
                .processDefinitionKey(diagram)
                .list()
                .stream()
                .map(instance -> instance.getId())
                .collect(Collectors.toSet());
        return history.createHistoricActivityInstanceQuery().list().stream()
                .filter(activity -> instances.contains(activity.getProcessInstanceId()))
                .filter(activity -> activity.getActivityType().endsWith("EndEvent"))
                .map(activity -> activity.getActivityId())
                .toList();
    }

    void refused(String key, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    /** Runs the timers of the case whose time has come, by the id of their event. */
    void runTimer(DrivenCase driven, String activity) {
        var due = jobs(driven).stream()
                .filter(job -> activityOf(job).equals(activity))
                .filter(job -> !job.getDuedate().after(ClockUtil.getCurrentTime()))
                .toList();
        assertThat(due).as("timers due at " + activity).isNotEmpty();
        due.forEach(job -> management.executeJob(job.getId()));
    }

    boolean isTimerSet(DrivenCase driven, String activity) {
        return jobs(driven).stream().anyMatch(job -> activityOf(job).equals(activity));
    }

    private List<Job> jobs(DrivenCase driven) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(driven.number()).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    private String activityOf(Job job) {
        return management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    /** Sends what is in the outbox, up to the time of the clock. */
    void sendMessages() {
        for (int round = 0; round < 3; round++) {
            var due = management
                    .createJobQuery()
                    .processDefinitionKey(ProcessIds.SEND_MESSAGE)
                    .executable()
                    .list();
            due.forEach(job -> management.executeJob(job.getId()));
        }
    }
}
