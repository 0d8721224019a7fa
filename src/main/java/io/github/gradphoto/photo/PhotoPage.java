package io.github.gradphoto.photo;

import io.github.gradphoto.application.OwnApplication;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.page.Choice;
import io.github.gradphoto.page.FormAnswer;
import io.github.gradphoto.page.StudentPage;
import io.github.gradphoto.refusal.Refusal;
import java.io.IOException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 上传照片: from camera, album or studio, with the frame that the student moved and the declaration. */
@StudentPage
class PhotoPage {

    private final OwnApplication own;
    private final PhotoUpload upload;
    private final Photos photos;
    private final Notices notices;
    private final FormAnswer answer;

    PhotoPage(OwnApplication own, PhotoUpload upload, Photos photos, Notices notices, FormAnswer answer) {
        this.own = own;
        this.upload = upload;
        this.photos = photos;
        this.notices = notices;
        this.answer = answer;
    }

    @GetMapping("/my/photo")
    String show(@AuthenticationPrincipal StudentUser me, Model model) {
        return mayUpload(me) ? form(me, null, model) : "redirect:/my";
    }

    private boolean mayUpload(StudentUser me) {
        return own.isAsked(me, Step.UPLOAD_PHOTO) || upload.isReplaceable(own.number(me));
    }

    private String form(StudentUser me, String source, Model model) {
        var application = own.of(me);
        model.addAttribute("mine", application);
        model.addAttribute("source", source);
        model.addAttribute("replacing", !own.isAsked(me, Step.UPLOAD_PHOTO));
        model.addAttribute("notice", notices.byId(application.noticeId()));
        model.addAttribute("latest", photos.latest(application.number()).orElse(null));
        return "photo/photo";
    }

    @PostMapping("/my/photo")
    String upload(
            @AuthenticationPrincipal StudentUser me,
            @RequestParam(required = false) MultipartFile photo,
            @RequestParam(required = false) String source,
            @RequestParam(defaultValue = "false") boolean declared,
            FrameFields frame,
            Model model)
            throws IOException {
        return answer.to(
                () -> {
                    // Decoding is dear: what will be refused anyway is refused before it.
                    var number = own.number(me);
                    own.of(me).ensureRunning();
                    if (!mayUpload(me)) {
                        throw Refusal.conflict("stepNotOpen");
                    }
                    var from = Choice.of(PhotoSource.class, source);
                    if (!declared) {
                        throw Refusal.invalid("declarationNeeded");
                    }
                    var bytes = photo == null ? new byte[0] : photo.getBytes();
                    var accepted = notices.byId(own.of(me).noticeId()).backgrounds();
                    upload.submit(number, upload.prepare(bytes, frame.toFrame(), accepted), from, true);
                },
                model,
                () -> form(me, source, model));
    }
}
