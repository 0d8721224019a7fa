package io.github.gradphoto.registration;

import io.github.gradphoto.application.OwnApplication;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.page.Choice;
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

/** 身份复核: the student photographs what shows who they are, one kind after the other, and hands it all in. */
@StudentPage
class EvidencePage {

    private final OwnApplication own;
    private final EvidenceList list;
    private final EvidenceFile file;
    private final Reverifications reverifications;
    private final FormAnswer answer;

    EvidencePage(
            OwnApplication own,
            EvidenceList list,
            EvidenceFile file,
            Reverifications reverifications,
            FormAnswer answer) {
        this.own = own;
        this.list = list;
        this.file = file;
        this.reverifications = reverifications;
        this.answer = answer;
    }

    @GetMapping("/my/evidence")
    String show(@AuthenticationPrincipal StudentUser me, Model model) {
        return own.isAsked(me, Step.PROVIDE_EVIDENCE) ? form(me, null, model) : "redirect:/my";
    }

    private String form(StudentUser me, String remark, Model model) {
        var number = own.number(me);
        model.addAttribute("evidence", list.of(number));
        model.addAttribute("asked", reverifications.latest(number).orElse(null));
        model.addAttribute("remark", remark);
        return "registration/evidence";
    }

    @PostMapping("/my/evidence/pictures")
    String add(
            @AuthenticationPrincipal StudentUser me,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) MultipartFile picture,
            Model model)
            throws IOException {
        var next = answer.to(
                () -> {
                    // Decoding is dear: what will be refused anyway is refused before it.
                    if (!own.isAsked(me, Step.PROVIDE_EVIDENCE)) {
                        throw Refusal.conflict("stepNotOpen");
                    }
                    var chosen = Choice.of(EvidenceKind.class, kind);
                    if (!Upload.isGiven(picture)) {
                        throw Refusal.invalid("evidencePictureNeeded");
                    }
                    list.add(own.number(me), chosen, file.prepare(picture.getBytes()), me.studentNumber());
                },
                model,
                () -> form(me, null, model));
        return next.startsWith("redirect:") ? "redirect:/my/evidence" : next;
    }

    @PostMapping("/my/evidence")
    String provide(@AuthenticationPrincipal StudentUser me, @RequestParam(required = false) String remark, Model model)
            throws IOException {
        return answer.to(() -> reverifications.provide(own.number(me), remark), model, () -> form(me, remark, model));
    }

    @GetMapping("/my/evidence/pictures")
    String again() {
        return "redirect:/my/evidence";
    }
}
