package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.process.College;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages beside Tasklist: home, class, dean, recall, cases (N04, N15, N19, N23). */
class OfficePagesTest extends OfficeTest {

    @Autowired
    private ApplicationProcess process;

    @Test
    void everybodyHasAHomeAndOnlyTheirOwnPages() throws Exception {
        for (var group : StaffGroup.values()) {
            var who = new Staff("nobody-" + group.id(), group);
            for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
                var home = see(who, language, "/office");
                assertThat(home.getStatus()).isEqualTo(200);
                assertThat(home.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("??");
            }
            var isReviewer = group == StaffGroup.REVIEWER || group == StaffGroup.HEAD_REVIEWER;
            var looksUp = group == StaffGroup.REGISTRAR || group == StaffGroup.MAILROOM;
            assertThat(see(who, "/office/class").getStatus()).isEqualTo(group == StaffGroup.CLASS_TEACHER ? 200 : 403);
            assertThat(see(who, "/office/dean").getStatus()).isEqualTo(group == StaffGroup.DEAN ? 200 : 403);
            assertThat(see(who, "/office/reviews").getStatus()).isEqualTo(isReviewer ? 200 : 403);
            var keepsRecords = group == StaffGroup.REGISTRAR || group == StaffGroup.ADMINISTRATOR;
            assertThat(see(who, "/office/privacy").getStatus()).isEqualTo(keepsRecords ? 200 : 403);
            assertThat(see(who, "/office/cases").getStatus()).isEqualTo(looksUp ? 200 : 403);
        }
    }

    @Test
    void aClassTeacherSeesTheirClassWithoutPhotosAndIdNumbers() throws Exception {
        var driven = cases.at(Step.CONFIRM_PAYMENT);
        var student = student(driven);
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            var page = see(Staff.teacher("teacher1"), language, "/office/class")
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(page)
                    .contains(student.name(), student.studentNumber())
                    .doesNotContain("??", student.idNumber(), student.maskedIdNumber(), student.phone())
                    .doesNotContainPattern("<img(?![^>]*/brand/logo)");
        }
        assertThat(see(Staff.teacher("teacher2"), "/office/class").getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain(student.name(), student.studentNumber());
    }

    @Test
    void aCaseWithoutACodeIsSeenByTheClassTeacherAndTheOffice() throws Exception {
        var driven = college.apply(college.enrol());
        for (var page : List.of(
                see(Staff.teacher("teacher1"), "/office/class"),
                see(Staff.REGISTRAR, "/office/cases?number=" + driven.number()))) {
            assertThat(page.getContentAsString(StandardCharsets.UTF_8))
                    .contains(student(driven).studentNumber(), "获取并上传图像采集码");
        }
    }

    @Test
    void theDeanSeesFiguresAndNoNames() throws Exception {
        var driven = cases.at(Step.REVIEW_PHOTO);
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(see(new Staff("dean1", StaffGroup.DEAN), language, "/office/dean")
                            .getContentAsString(StandardCharsets.UTF_8))
                    .contains("会计扩招1班")
                    .doesNotContain(
                            "??", student(driven).name(), student(driven).studentNumber());
        }
    }

    @Test
    void aReviewerTakesBackTheirOwnApprovalUntilTheRelease() throws Exception {
        var driven = cases.at(Step.RELEASE_PHOTO);
        var mine = see(Staff.REVIEWER, "/office/reviews").getContentAsString(StandardCharsets.UTF_8);
        assertThat(mine).contains(driven.number());
        var other = new Staff(College.OTHER_REVIEWER, StaffGroup.REVIEWER);
        assertThat(see(other, "/office/reviews").getContentAsString(StandardCharsets.UTF_8))
                .doesNotContain(driven.number());
        assertThat(send(other, "/office/reviews/recall", driven.number(), null)).isEqualTo(409);
        assertThat(steps(driven)).containsExactly(Step.RELEASE_PHOTO);

        assertThat(send(Staff.REVIEWER, "/office/reviews/recall", driven.number(), null))
                .isEqualTo(302);
        assertThat(steps(driven)).containsExactly(Step.REVIEW_PHOTO);

        driven.approvePhoto(College.REVIEWER).release(College.REGISTRAR);
        assertThat(send(Staff.HEAD, "/office/reviews/recall", driven.number(), null))
                .isEqualTo(409);
    }

    @Test
    void theOfficeFindsACaseAndCancelsItWithAReason() throws Exception {
        var driven = cases.at(Step.REVIEW_PHOTO);
        var found = web.perform(post("/office/cases")
                        .param("typed", student(driven).studentNumber())
                        .with(Staff.REGISTRAR.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(found.getRedirectedUrl()).isEqualTo("/office/cases?number=" + driven.number());
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            assertThat(see(Staff.REGISTRAR, language, found.getRedirectedUrl())
                            .getContentAsString(StandardCharsets.UTF_8))
                    .contains(student(driven).name())
                    .doesNotContain("??", student(driven).idNumber());
        }
        assertThat(see(Staff.REGISTRAR, "/office/cases?number=GP000").getStatus())
                .isEqualTo(404);
        assertThat(send(Staff.MAILROOM, "/office/cases/cancel", driven.number(), "退学"))
                .isEqualTo(403);
        assertThat(send(Staff.REGISTRAR, "/office/cases/cancel", driven.number(), " "))
                .isEqualTo(422);
        assertThat(application(driven).isRunning()).isTrue();
        assertThat(send(Staff.REGISTRAR, "/office/cases/cancel", driven.number(), "退学"))
                .isEqualTo(302);
        assertThat(steps(driven)).containsExactly(Step.APPROVE_REFUND);
    }

    @Test
    void theMailRoomSaysWhatBecameOfAParcel() throws Exception {
        var returned = cases.at(Step.CONFIRM_RECEIPT);
        assertThat(send(Staff.REGISTRAR, "/office/cases/parcel-returned", returned.number(), "退回"))
                .isEqualTo(403);
        assertThat(send(Staff.MAILROOM, "/office/cases/parcel-returned", returned.number(), "地址不详"))
                .isEqualTo(302);
        assertThat(steps(returned)).contains(Step.RESOLVE_PARCEL);
        assertThat(send(Staff.MAILROOM, "/office/cases/parcel-delivered", returned.number(), null))
                .isEqualTo(409);

        var delivered = cases.at(Step.CONFIRM_RECEIPT);
        assertThat(send(Staff.MAILROOM, "/office/cases/parcel-delivered", delivered.number(), null))
                .isEqualTo(302);
        assertThat(steps(delivered)).doesNotContain(Step.CONFIRM_RECEIPT);
        assertThat(application(delivered).state()).isEqualTo(Application.State.RUNNING);
    }

    private List<Step> steps(DrivenCase driven) {
        return process.openSteps(List.of(driven.number())).getOrDefault(driven.number(), List.of()).stream()
                .map(OpenStep::step)
                .toList();
    }

    private int send(Staff who, String address, String number, String reason) throws Exception {
        var request = post(address).param("number", number).with(who.signedIn()).with(csrf());
        if (reason != null) {
            request.param("reason", reason);
        }
        return web.perform(request).andReturn().getResponse().getStatus();
    }
}
