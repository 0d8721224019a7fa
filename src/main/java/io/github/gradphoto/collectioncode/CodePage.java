package io.github.gradphoto.collectioncode;

import io.github.gradphoto.application.OwnApplication;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.page.FormAnswer;
import io.github.gradphoto.page.StudentPage;
import io.github.gradphoto.page.Upload;
import io.github.gradphoto.refusal.Refusal;
import java.io.IOException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** 上传图像采集码, or 手动填写 with a reason. */
@StudentPage
class CodePage {

    private final OwnApplication own;
    private final CollectionCodes codes;
    private final FormAnswer answer;

    CodePage(OwnApplication own, CollectionCodes codes, FormAnswer answer) {
        this.own = own;
        this.codes = codes;
        this.answer = answer;
    }

    @GetMapping("/my/code")
    String show(@AuthenticationPrincipal StudentUser me, Model model) {
        boolean asked = own.isAsked(me, Step.UPLOAD_CODE) || own.isAsked(me, Step.SUPPLY_CODE);
        return asked ? form(me, null, model) : "redirect:/my";
    }

    private String form(StudentUser me, String reason, Model model) {
        model.addAttribute("status", codes.latest(own.number(me)).orElse(null));
        model.addAttribute("mayAskManual", own.isAsked(me, Step.UPLOAD_CODE));
        model.addAttribute("reason", reason);
        return "collectioncode/code";
    }

    @PostMapping("/my/code")
    String upload(
            @AuthenticationPrincipal StudentUser me,
            @RequestParam(required = false) MultipartFile codePicture,
            Model model)
            throws IOException {
        return answer.to(
                () -> {
                    if (!Upload.isGiven(codePicture)) {
                        throw Refusal.invalid("pictureNeeded");
                    }
                    // Reading takes a while: a step that is not open is refused before, not after.
                    ensureAsked(me);
                    codes.upload(own.number(me), codes.read(codePicture.getBytes()));
                },
                model,
                () -> form(me, null, model));
    }

    private void ensureAsked(StudentUser me) {
        own.of(me).ensureRunning();
        if (!own.isAsked(me, Step.UPLOAD_CODE) && !own.isAsked(me, Step.SUPPLY_CODE)) {
            throw Refusal.conflict("stepNotOpen");
        }
    }

    @GetMapping("/my/code/manual")
    String again() {
        return "redirect:/my/code";
    }

    @PostMapping("/my/code/manual")
    String askManualEntry(
            @AuthenticationPrincipal StudentUser me, @RequestParam(required = false) String reason, Model model)
            throws IOException {
        return answer.to(() -> codes.askManualEntry(own.number(me), reason), model, () -> form(me, reason, model));
    }
}
