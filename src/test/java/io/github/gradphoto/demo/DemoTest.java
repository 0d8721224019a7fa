package io.github.gradphoto.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.StaffTasks;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The demo as a newcomer finds it after the first start. */
@DemoAtFirstStart
class DemoTest {

    private static final EnumSet<StaffGroup> WITH_TASKS =
            EnumSet.complementOf(EnumSet.of(StaffGroup.CLASS_TEACHER, StaffGroup.DEAN, StaffGroup.ADMINISTRATOR));

    @Autowired
    private DemoSeeder seeder;

    @Autowired
    private DemoCollege college;

    @Autowired
    private DemoStudents students;

    @Autowired
    private MailOutage outage;

    @Autowired
    private DemoMailbox mailbox;

    @Autowired
    private Applications applications;

    @Autowired
    private ApplicationProcess process;

    @Autowired
    private Notices notices;

    @Autowired
    private Roster roster;

    @Autowired
    private Messages messages;

    @Autowired
    private StaffTasks tasks;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void casesAreSpreadAsTheTourTells() {
        assertThat(openSteps())
                .contains(
                        entry(Step.DECIDE_ELIGIBILITY, 1L),
                        entry(Step.UPLOAD_CODE, 5L),
                        entry(Step.APPROVE_MANUAL_ENTRY, 1L),
                        entry(Step.RESOLVE_DISPUTE, 1L),
                        entry(Step.PAY, 3L),
                        entry(Step.CONFIRM_PAYMENT, 3L),
                        entry(
                                Step.UPLOAD_PHOTO,
                                5L), // three returned, one refused by the check, and the one whose message failed
                        entry(Step.REVIEW_PHOTO, 8L),
                        entry(Step.GIVE_SECOND_OPINION, 1L),
                        entry(Step.HELP_STUDENT, 1L),
                        entry(Step.RELEASE_PHOTO, 2L),
                        entry(Step.ENTER_DELIVERY_RESULT, 2L),
                        entry(Step.ENTER_COMPARISON_RESULT, 1L),
                        entry(Step.DECIDE_REVERIFICATION, 1L),
                        entry(Step.PRINT_PHOTOS, 3L),
                        entry(Step.POST_PARCEL, 1L),
                        entry(Step.HAND_OVER_PRINTS, 1L),
                        entry(Step.CONFIRM_RECEIPT, 3L),
                        entry(Step.RESOLVE_PARCEL, 1L),
                        entry(Step.MAKE_CERTIFICATE, 1L),
                        entry(Step.HAND_OVER_CERTIFICATE, 1L),
                        entry(Step.APPROVE_REFUND, 1L));
        assertThat(all())
                .filteredOn(each -> each.state() == Application.State.COLLECTED)
                .hasSize(2);
        assertThat(students.byStage().get("CERTIFICATE")).hasSize(3);
    }

    @Test
    void oneReturnedStudentIsOnTheThirdAttempt() {
        assertThat(all())
                .filteredOn(each -> process.isOpen(each.number(), Step.UPLOAD_PHOTO))
                .extracting(Application::rejections)
                .containsExactlyInAnyOrder(0, 0, 1, 1, 2);
    }

    @Test
    void reviewersSeeAnAdmissionPhotoBesideTheNewOne() {
        assertThat(all())
                .filteredOn(each -> process.isOpen(each.number(), Step.REVIEW_PHOTO)
                        || process.isOpen(each.number(), Step.GIVE_SECOND_OPINION)
                        || process.isOpen(each.number(), Step.DECIDE_REVERIFICATION))
                .hasSize(10)
                .allSatisfy(each -> assertThat(roster.byId(each.studentId()).admissionPhotoId())
                        .isNotNull());
        await().atMost(Duration.ofMinutes(3))
                .until(() -> all().stream()
                        .noneMatch(each -> roster.byId(each.studentId()).admissionPhotoId() == null));
    }

    @Test
    void noAccountFindsItsListEmpty() {
        for (var account : DemoAccounts.ALL) {
            assertThat(accounts.groupsOf(account.username())).contains(account.group());
            if (WITH_TASKS.contains(account.group())) {
                SecurityContextHolder.getContext()
                        .setAuthentication(new TestingAuthenticationToken(account.username(), null, "ROLE_STAFF"));
                assertThat(tasks.countMine()).as(account.username()).isPositive();
            }
        }
        for (var teacher : DemoAccounts.TEACHERS) {
            assertThat(roster.ofTeacher(teacher.username())).hasSize(40);
        }
    }

    @Test
    void theNextStartMakesNothingTwice() {
        var before = all().stream().map(Application::number).toList();
        seeder.run(null);
        assertThat(all()).extracting(Application::number).isEqualTo(before);
        assertThat(notices.published()).hasSize(1);
    }

    /** Leaves the incident cured: the other tests do not ask for it. */
    @Test
    void theIncidentGoesAwayOnceTheMailServerIsBack() {
        var incident = runtime.createIncidentQuery().singleResult();
        var number = (String) runtime.getVariable(incident.getProcessInstanceId(), "applicationNumber");
        assertThat(messages.of(number)).noneMatch(message -> message.sent());

        outage.end();
        management.setJobRetries(incident.getConfiguration(), 1);
        management.executeJob(incident.getConfiguration());

        assertThat(runtime.createIncidentQuery().count()).isZero();
        assertThat(messages.of(number)).allMatch(message -> message.sent());
        assertThat(mailbox.newest(1))
                .extracting(DemoMail::recipient)
                .containsExactly(
                        roster.byId(applications.byNumber(number).studentId()).email());
    }

    private Map<Step, Long> openSteps() {
        var numbers = all().stream().map(Application::number).toList();
        return process.openSteps(numbers).values().stream()
                .flatMap(steps -> steps.stream())
                .collect(Collectors.groupingBy(OpenStep::step, Collectors.counting()));
    }

    private List<Application> all() {
        return applications.ofNotice(college.notice().id());
    }
}
