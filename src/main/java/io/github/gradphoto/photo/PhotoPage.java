package io.github.gradphoto.photo;

import io.github.gradphoto.application.OwnApplication;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.notice.Background;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.page.Choice;
import io.github.gradphoto.page.FormAnswer;
import io.github.gradphoto.page.StudentPage;
import io.github.gradphoto.refusal.Refusal;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** 上传照片: from camera, album or studio, with the frame that the student moved and the declaration. */
@StudentPage
class PhotoPage {

    private final OwnApplication own;
    private final PhotoUpload upload;
    private final Photos photos;
    private final PhotoReports reports;
    private final FrameProposals proposals;
    private final Notices notices;
    private final FormAnswer answer;

    PhotoPage(
            OwnApplication own,
            PhotoUpload upload,
            Photos photos,
            PhotoReports reports,
            FrameProposals proposals,
            Notices notices,
            FormAnswer answer) {
        this.own = own;
        this.upload = upload;
        this.photos = photos;
        this.reports = reports;
        this.proposals = proposals;
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
        model.addAttribute("declarations", Declaration.values());
        return "photo/photo";
    }

    @PostMapping("/my/photo")
    String upload(
            @AuthenticationPrincipal StudentUser me,
            @RequestParam(required = false) MultipartFile photo,
            @RequestParam(required = false) String source,
            @RequestParam(required = false) List<String> declared,
            FrameFields frame,
            Model model)
            throws IOException {
        return answer.to(
                () -> {
                    // Measuring is dear: what will be refused anyway is refused before it.
                    ensureOpen(me);
                    var from = Choice.of(PhotoSource.class, source);
                    if (!Choice.all(Declaration.class, declared).containsAll(List.of(Declaration.values()))) {
                        throw Refusal.invalid("declarationNeeded");
                    }
                    submit(me, upload.prepare(bytes(photo), frame.toFrame(), accepted(me)), from, model);
                },
                model,
                () -> form(me, source, model),
                () -> "redirect:/my/photos/" + photos.current(own.number(me)).id());
    }

    private void submit(StudentUser me, PhotoUpload.Prepared prepared, PhotoSource from, Model model) {
        try {
            upload.submit(own.number(me), prepared, from, true);
        } catch (ReplacementRefusedException refused) {
            model.addAttribute("tried", TriedPhoto.of(prepared.photo(), refused.verdict(), reports));
            throw refused;
        }
    }

    /** Where the frame should be, by the face on a small copy of the picture; nothing of it is kept. */
    @PostMapping("/my/photo/frame")
    @ResponseBody
    FrameProposal propose(@AuthenticationPrincipal StudentUser me, @RequestParam(required = false) MultipartFile photo)
            throws IOException {
        ensureOpen(me);
        return proposals.of(upload.prepare(bytes(photo), null, accepted(me)).photo());
    }

    private void ensureOpen(StudentUser me) {
        own.of(me).ensureRunning();
        if (!mayUpload(me)) {
            throw Refusal.conflict("stepNotOpen");
        }
    }

    private static byte[] bytes(MultipartFile photo) throws IOException {
        return photo == null ? new byte[0] : photo.getBytes();
    }

    private List<Background> accepted(StudentUser me) {
        return notices.byId(own.of(me).noticeId()).backgrounds();
    }
}
