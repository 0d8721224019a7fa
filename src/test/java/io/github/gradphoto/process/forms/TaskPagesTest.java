package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.evidence.EvidencePurpose;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.picture.PhotoDigest;
import io.github.gradphoto.process.College;
import io.github.gradphoto.registration.EvidenceKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;

/** The forms inside Tasklist with their pictures, and who may see them (N15, N16, N17, N19, N22). */
class TaskPagesTest extends OfficeTest {

    @Autowired
    private EvidenceFile evidence;

    @Autowired
    private Photos photos;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate jdbc;

    static Stream<Step> staffSteps() {
        return Arrays.stream(Step.values()).filter(step -> !step.isStudents() && !step.isWithoutCase());
    }

    @ParameterizedTest
    @MethodSource("staffSteps")
    void everyStepHasItsFormInBothLanguagesAndForItsGroupAlone(Step step) throws Exception {
        var driven = cases.at(step);
        var address = "/office/tasks/" + cases.taskOf(driven, step) + "/form";
        var owner = Staff.of(step);
        for (var language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            var answer = see(owner, language, address);
            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getHeader("Cache-Control")).contains("no-store");
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                    .contains(driven.number(), student(driven).name())
                    .doesNotContain("??", "style=", "<script", student(driven).idNumber());
        }
        for (var other :
                List.of(Staff.REVIEWER, Staff.HEAD, Staff.REGISTRAR, Staff.BURSAR, Staff.MAILROOM, Staff.DESK)) {
            if (!other.equals(owner)) {
                assertThat(see(other, address).getStatus()).as(other.username()).isEqualTo(404);
            }
        }
    }

    @Test
    void aReviewShowsThePhotoTheReasonsAndEarlierVersions() throws Exception {
        var driven = cases.at(Step.HELP_STUDENT)
                .helpStudent("换个地方拍", College.REVIEWER)
                .uploadPhoto(College.anotherPortrait(3));
        var task = cases.taskOf(driven, Step.REVIEW_PHOTO);
        var form = see(Staff.REVIEWER, "/office/tasks/" + task + "/form").getContentAsString(StandardCharsets.UTF_8);
        assertThat(form).contains("无录取照片", "着蓝色或绿色衣服", "头部歪斜", "转复审", "第 4 版");
        for (var version : photos.versions(driven.number())) {
            var picture = see(Staff.REVIEWER, "/office/tasks/" + task + "/pictures/" + version.id());
            assertThat(picture.getStatus()).isEqualTo(200);
            assertThat(picture.getHeader("Cache-Control")).contains("no-store", "private");
            assertThat(PhotoDigest.sha256(picture.getContentAsByteArray())).isEqualTo(version.standardSha256());
            assertThat(jdbc.queryForObject(
                            "select count(*) from photo_view where blob_id = ? and viewer = 'rev1' and purpose ="
                                    + " 'REVIEW_PHOTO'",
                            Long.class,
                            version.standardId()))
                    .isEqualTo(1);
        }
    }

    @Test
    void aPictureIsSeenThroughATaskThatNeedsItAndNoOther() throws Exception {
        var review = cases.at(Step.REVIEW_PHOTO);
        var photo = photos.current(review.number());
        var task = cases.taskOf(review, Step.REVIEW_PHOTO);
        var other = cases.at(Step.REVIEW_PHOTO);
        var payment = cases.at(Step.CONFIRM_PAYMENT);
        var ways = List.of(
                see(Staff.BURSAR, "/office/tasks/" + task + "/pictures/" + photo.id()),
                see(
                        Staff.BURSAR,
                        "/office/tasks/" + cases.taskOf(payment, Step.CONFIRM_PAYMENT) + "/pictures/" + photo.id()),
                see(
                        Staff.REVIEWER,
                        "/office/tasks/" + cases.taskOf(other, Step.REVIEW_PHOTO) + "/pictures/" + photo.id()),
                see(Staff.REVIEWER, "/office/tasks/" + task + "/admission-photo"),
                see(Staff.REVIEWER, "/office/tasks/" + task + "/sheet.pdf"),
                see(Staff.REVIEWER, "/office/tasks/" + task + "/release.jpg"),
                see(Staff.teacher("teacher1"), "/office/tasks/" + task + "/pictures/" + photo.id()));
        assertThat(ways).allMatch(answer -> answer.getStatus() == 404);
    }

    @Test
    void evidenceIsSeenByThoseWhoDecideOnIt() throws Exception {
        var driven = cases.at(Step.DECIDE_REVERIFICATION);
        var kept = evidence.add(
                application(driven).id(),
                EvidencePurpose.REVERIFICATION,
                EvidenceKind.ID_CARD.name(),
                evidence.prepare(College.portrait()),
                "student");
        var task = cases.taskOf(driven, Step.DECIDE_REVERIFICATION);
        var picture = "/office/tasks/" + task + "/evidence/" + kept.id();
        assertThat(see(Staff.HEAD, "/office/tasks/" + task + "/form").getContentAsString(StandardCharsets.UTF_8))
                .contains(picture, "未提供");
        assertThat(see(Staff.HEAD, picture).getContentType()).isEqualTo("image/jpeg");
        assertThat(see(Staff.REGISTRAR, picture).getStatus()).isEqualTo(404);

        var another = cases.taskOf(cases.at(Step.DECIDE_REVERIFICATION), Step.DECIDE_REVERIFICATION);
        assertThat(see(Staff.HEAD, "/office/tasks/" + another + "/evidence/" + kept.id())
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aReleasedPictureIsNamedByTheApplicationAlone() throws Exception {
        var driven = cases.at(Step.RELEASE_PHOTO);
        var answer = see(Staff.REGISTRAR, "/office/tasks/" + cases.taskOf(driven, Step.RELEASE_PHOTO) + "/release.jpg");
        assertThat(answer.getHeader("Content-Disposition")).contains("attachment", driven.number() + ".jpg");
        assertThat(PhotoDigest.sha256(answer.getContentAsByteArray()))
                .isEqualTo(photos.current(driven.number()).standardSha256());
    }

    @Test
    void theMailRoomPrintsTheSheet() throws Exception {
        var driven = cases.at(Step.PRINT_PHOTOS);
        var sheet = see(Staff.MAILROOM, "/office/tasks/" + cases.taskOf(driven, Step.PRINT_PHOTOS) + "/sheet.pdf");
        assertThat(sheet.getContentType()).isEqualTo("application/pdf");
        assertThat(new String(sheet.getContentAsByteArray(), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @Test
    void theFinishedPictureIsTakenInAndAFileOfAnotherKindIsRefused() throws Exception {
        var driven = cases.at(Step.ENTER_DELIVERY_RESULT);
        var address = "/office/tasks/" + cases.taskOf(driven, Step.ENTER_DELIVERY_RESULT) + "/finished-picture";
        assertThat(see(Staff.REGISTRAR, address).getStatus()).isEqualTo(200);
        assertThat(upload(address, "<svg/>".getBytes(StandardCharsets.UTF_8))).isEqualTo(422);
        assertThat(photos.current(driven.number()).isFinishedByUnit()).isFalse();
        assertThat(upload(address, College.portrait())).as("960×1280").isEqualTo(422);
        assertThat(photos.current(driven.number()).isFinishedByUnit()).isFalse();
        var standard = photos.current(driven.number()).standardId();
        var finished = photos.show(standard, College.REGISTRAR, "test").content();
        assertThat(upload(address, finished)).isEqualTo(302);
        assertThat(photos.current(driven.number()).isFinishedByUnit()).isTrue();
    }

    private int upload(String address, byte[] file) throws Exception {
        return web.perform(multipart(address)
                        .file(new MockMultipartFile("picture", "x.jpg", "image/jpeg", file))
                        .with(Staff.REGISTRAR.signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void cardsShowNameAndDueDateOfTasksThatTheUserSees() throws Exception {
        var review = cases.at(Step.REVIEW_PHOTO);
        var payment = cases.at(Step.CONFIRM_PAYMENT);
        var reviewTask = cases.taskOf(review, Step.REVIEW_PHOTO);
        var ids = reviewTask + "," + cases.taskOf(payment, Step.CONFIRM_PAYMENT) + ",nonsense";
        var address = "/office/tasks/cards?ids=" + ids;
        var due = tasks.createTaskQuery()
                .taskId(reviewTask)
                .singleResult()
                .getDueDate()
                .toInstant();
        MovableClock.moveTo(due.minus(Duration.ofHours(1)));
        assertThat(see(Staff.REVIEWER, address).getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("{\"" + reviewTask + "\":{\"name\":\""
                        + student(review).name() + "\",\"due\":\"今日到期\",\"urgency\":\"today\",\"colleague\":null}}");
        MovableClock.moveBy(Duration.ofDays(-1));
        assertThat(see(Staff.REVIEWER, Locale.ENGLISH, address).getContentAsString())
                .contains("Due tomorrow", "soon");
        tasks.setAssignee(reviewTask, College.OTHER_REVIEWER);
        MovableClock.moveBy(Duration.ofDays(3));
        assertThat(see(Staff.REVIEWER, Locale.ENGLISH, address).getContentAsString())
                .contains("2 days overdue", "late", "\"colleague\":\"" + College.OTHER_REVIEWER);
        assertThat(see(Staff.REVIEWER, "/office/tasks/cards?ids=").getContentAsString())
                .isEqualTo("{}");
        assertThat(see(Staff.teacher("teacher1"), address).getContentAsString()).isEqualTo("{}");
    }
}
