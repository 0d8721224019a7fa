package io.github.gradphoto.office;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.photo.Photo;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pictures for staff. The right follows from an open task that needs them; every view is logged with its purpose. */
@OfficePage
class TaskPictures {

    private static final Set<Step> REVIEWS = EnumSet.of(Step.REVIEW_PHOTO, Step.GIVE_SECOND_OPINION, Step.HELP_STUDENT);
    private static final Set<Step> COMPARISONS =
            EnumSet.of(Step.REVIEW_PHOTO, Step.GIVE_SECOND_OPINION, Step.DECIDE_REVERIFICATION);
    private static final Set<Step> NEWEST = EnumSet.of(
            Step.REVIEW_PHOTO,
            Step.GIVE_SECOND_OPINION,
            Step.HELP_STUDENT,
            Step.RELEASE_PHOTO,
            Step.ENTER_DELIVERY_RESULT,
            Step.DECIDE_REVERIFICATION,
            Step.PRINT_PHOTOS,
            Step.TAKE_IN_PRINT,
            Step.PRINT_ON_THE_SPOT,
            Step.MAKE_CERTIFICATE,
            Step.HAND_OVER_CERTIFICATE);
    private static final Set<Step> SHEETS = EnumSet.of(Step.PRINT_PHOTOS, Step.PRINT_ON_THE_SPOT);

    private final OfficeTasks tasks;
    private final Photos photos;
    private final Prints prints;
    private final Applications applications;
    private final Roster roster;

    TaskPictures(OfficeTasks tasks, Photos photos, Prints prints, Applications applications, Roster roster) {
        this.tasks = tasks;
        this.photos = photos;
        this.prints = prints;
        this.applications = applications;
        this.roster = roster;
    }

    /** The 480×640 picture of a version; earlier versions for reviews alone. */
    @GetMapping("/office/tasks/{taskId}/pictures/{photoId}")
    ResponseEntity<byte[]> standard(@PathVariable String taskId, @PathVariable long photoId, Principal user) {
        var task = tasks.open(taskId, NEWEST);
        var photo = photos.byId(photoId);
        boolean newest = photo.id().equals(photos.current(task.number()).id());
        if (!photo.applicationId().equals(applications.byNumber(task.number()).id())
                || !newest && !REVIEWS.contains(task.step())) {
            throw Refusal.notFound("noPhoto");
        }
        return picture(photo.standardId(), task, user);
    }

    /** What prints and desk use: the picture that the collecting unit finished, or else the standard one. */
    @GetMapping("/office/tasks/{taskId}/official-photo")
    ResponseEntity<byte[]> official(@PathVariable String taskId, Principal user) {
        var task = tasks.open(taskId, NEWEST);
        return picture(photos.current(task.number()).officialId(), task, user);
    }

    @GetMapping("/office/tasks/{taskId}/admission-photo")
    ResponseEntity<byte[]> admission(@PathVariable String taskId, Principal user) {
        var task = tasks.open(taskId, COMPARISONS);
        var student = roster.byId(applications.byNumber(task.number()).studentId());
        if (student.admissionPhotoId() == null) {
            throw Refusal.notFound("noPhoto");
        }
        return picture(student.admissionPhotoId(), task, user);
    }

    /** For the collecting unit: named by the application's number, which says nothing of the person. */
    @GetMapping("/office/tasks/{taskId}/release.jpg")
    ResponseEntity<byte[]> release(@PathVariable String taskId, Principal user) {
        var task = tasks.open(taskId, EnumSet.of(Step.RELEASE_PHOTO, Step.ENTER_DELIVERY_RESULT));
        Photo photo = photos.current(task.number());
        var stored = photos.show(photo.standardId(), user.getName(), task.step().name());
        return Privately.download(stored.content(), MediaType.IMAGE_JPEG, task.number() + ".jpg");
    }

    @GetMapping("/office/tasks/{taskId}/sheet.pdf")
    ResponseEntity<byte[]> sheet(@PathVariable String taskId, Principal user) {
        var task = tasks.open(taskId, SHEETS);
        return Privately.inline(
                prints.sheet(task.number(), user.getName()), MediaType.APPLICATION_PDF, task.number() + ".pdf");
    }

    private ResponseEntity<byte[]> picture(long blobId, StaffTask task, Principal user) {
        var stored = photos.show(blobId, user.getName(), task.step().name());
        return Privately.show(stored.content(), MediaType.parseMediaType(stored.mediaType()));
    }
}
