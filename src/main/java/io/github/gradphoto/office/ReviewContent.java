package io.github.gradphoto.office;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.photo.Photo;
import io.github.gradphoto.photo.PhotoReports;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.photo.Resemblances;
import io.github.gradphoto.review.RejectionReason;
import io.github.gradphoto.review.Review;
import io.github.gradphoto.review.Reviews;
import io.github.gradphoto.review.SimilarityHints;
import io.github.gradphoto.review.SuspectedReasons;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 审核, 转复审, 协助拍照: the photo, what was said of it and of the versions before. */
@Component
class ReviewContent implements TaskContent {

    /** @param reviews about this version, newest first */
    record Version(Photo photo, List<Review> reviews) {}

    private final Photos photos;
    private final Resemblances resemblances;
    private final Reviews reviews;
    private final Applications applications;
    private final Notices notices;
    private final PhotoReports reports;
    private final SimilarityHints similarity;

    ReviewContent(
            Photos photos,
            Resemblances resemblances,
            Reviews reviews,
            Applications applications,
            Notices notices,
            PhotoReports reports,
            SimilarityHints similarity) {
        this.photos = photos;
        this.reports = reports;
        this.resemblances = resemblances;
        this.reviews = reviews;
        this.applications = applications;
        this.notices = notices;
        this.similarity = similarity;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.REVIEW_PHOTO, Step.GIVE_SECOND_OPINION, Step.HELP_STUDENT);
    }

    @Override
    public void show(StaffTask task, CaseHead head, Model model) {
        var application = applications.byNumber(task.number());
        var all = reviews.of(task.number());
        var versions = photos.versions(task.number()).stream()
                .map(photo -> new Version(photo, of(photo, all)))
                .toList();
        var report = reports.of(head.photo());
        model.addAttribute("photo", head.photo());
        model.addAttribute("report", report);
        similarity.percent(task.number(), head.photo()).ifPresent(percent -> model.addAttribute("similarity", percent));
        model.addAttribute("suspected", SuspectedReasons.of(report));
        model.addAttribute("resembling", resemblances.ofOthers(head.photo().id()));
        model.addAttribute("rejections", application.rejections());
        model.addAttribute("limit", notices.byId(application.noticeId()).attemptLimit());
        model.addAttribute("reasons", RejectionReason.values());
        model.addAttribute("current", versions.get(0));
        model.addAttribute("earlier", versions.subList(1, versions.size()));
    }

    private static List<Review> of(Photo photo, List<Review> reviews) {
        return reviews.stream()
                .filter(review -> review.photoId().equals(photo.id()))
                .toList();
    }
}
