package io.github.gradphoto.photo;

import io.github.gradphoto.application.OwnApplication;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.page.StudentPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 检测结果: the photo with what is wrong drawn on it, why, and how to mend it. */
@StudentPage
class VerdictPage {

    private final OwnApplication own;
    private final OwnPhotos photos;
    private final PhotoUpload upload;
    private final PhotoReports reports;

    VerdictPage(OwnApplication own, OwnPhotos photos, PhotoUpload upload, PhotoReports reports) {
        this.own = own;
        this.photos = photos;
        this.upload = upload;
        this.reports = reports;
    }

    @GetMapping("/my/photos/{photoId}")
    String show(@AuthenticationPrincipal StudentUser me, @PathVariable String photoId, Model model) {
        var photo = photos.of(me, photoId);
        boolean newest = photo.id().equals(photos.newest(me).id());
        model.addAttribute("photo", photo);
        model.addAttribute("report", reports.forStudent(photo));
        model.addAttribute("asked", newest && own.isAsked(me, Step.UPLOAD_PHOTO));
        model.addAttribute("replaceable", newest && upload.isReplaceable(own.number(me)));
        return "photo/verdict";
    }
}
