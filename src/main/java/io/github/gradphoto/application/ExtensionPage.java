package io.github.gradphoto.application;

import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.page.FormAnswer;
import io.github.gradphoto.page.StudentPage;
import java.io.IOException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 申请延期, before the close or after it. */
@StudentPage
class ExtensionPage {

    private final OwnApplication own;
    private final Extensions extensions;
    private final FormAnswer answer;

    ExtensionPage(OwnApplication own, Extensions extensions, FormAnswer answer) {
        this.own = own;
        this.extensions = extensions;
        this.answer = answer;
    }

    @GetMapping("/my/extension")
    String show(@AuthenticationPrincipal StudentUser me, Model model) {
        return extensions.isPossible(own.number(me)) ? form(me, "", model) : "redirect:/my";
    }

    private String form(StudentUser me, String reason, Model model) {
        model.addAttribute("mine", own.of(me));
        model.addAttribute("reason", reason);
        return "application/extension";
    }

    @PostMapping("/my/extension")
    String ask(@AuthenticationPrincipal StudentUser me, @RequestParam(defaultValue = "") String reason, Model model)
            throws IOException {
        return answer.to(() -> extensions.ask(own.number(me), reason), model, () -> form(me, reason, model));
    }
}
