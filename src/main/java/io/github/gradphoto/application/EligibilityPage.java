package io.github.gradphoto.application;

import io.github.gradphoto.evidence.EvidenceFile;
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

/** 学籍证明: while the office decides a doubtful eligibility, the student can show documents, asked or not. */
@StudentPage
class EligibilityPage {

    private final OwnApplication own;
    private final Eligibility eligibility;
    private final EvidenceFile file;
    private final FormAnswer answer;

    EligibilityPage(OwnApplication own, Eligibility eligibility, EvidenceFile file, FormAnswer answer) {
        this.own = own;
        this.eligibility = eligibility;
        this.file = file;
        this.answer = answer;
    }

    @GetMapping("/my/eligibility")
    String show(@AuthenticationPrincipal StudentUser me, Model model) {
        return isDecided(me) ? form(me, model) : "redirect:/my";
    }

    private boolean isDecided(StudentUser me) {
        return own.isAsked(me, Step.DECIDE_ELIGIBILITY) || own.isAsked(me, Step.REVIEW_ELIGIBILITY);
    }

    private String form(StudentUser me, Model model) {
        var application = own.of(me);
        model.addAttribute("reason", application.eligibilityReason());
        model.addAttribute("asked", application.evidenceAsked());
        model.addAttribute("evidence", eligibility.evidenceOf(application.number()));
        return "application/eligibility";
    }

    @PostMapping("/my/eligibility")
    String add(
            @AuthenticationPrincipal StudentUser me, @RequestParam(required = false) MultipartFile picture, Model model)
            throws IOException {
        var next = answer.to(
                () -> {
                    // Decoding is dear: what will be refused anyway is refused before it.
                    if (!isDecided(me)) {
                        throw Refusal.conflict("stepNotOpen");
                    }
                    if (!Upload.isGiven(picture)) {
                        throw Refusal.invalid("evidencePictureNeeded");
                    }
                    eligibility.provide(own.number(me), file.prepare(picture.getBytes()), me.studentNumber());
                },
                model,
                () -> form(me, model));
        return next.startsWith("redirect:") ? "redirect:/my/eligibility" : next;
    }
}
