package io.github.gradphoto.prints;

import io.github.gradphoto.application.OwnApplication;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.page.FormAnswer;
import io.github.gradphoto.page.StudentPage;
import java.io.IOException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 申请补印: why, what it costs, and how it is paid. */
@StudentPage
class ReprintPage {

    private final OwnApplication own;
    private final Reprints reprints;
    private final Notices notices;
    private final FormAnswer answer;

    ReprintPage(OwnApplication own, Reprints reprints, Notices notices, FormAnswer answer) {
        this.own = own;
        this.reprints = reprints;
        this.notices = notices;
        this.answer = answer;
    }

    @GetMapping("/my/reprint")
    String show(@AuthenticationPrincipal StudentUser me, Model model) {
        return reprints.isPossible(own.number(me)) ? form(me, "", "", model) : "redirect:/my";
    }

    private String form(StudentUser me, String reason, String reference, Model model) {
        model.addAttribute("price", reprints.price(own.number(me)));
        model.addAttribute("fees", notices.byId(own.of(me).noticeId()).fees());
        model.addAttribute("reason", reason);
        model.addAttribute("reference", reference);
        return "prints/reprint";
    }

    @PostMapping("/my/reprint")
    String ask(
            @AuthenticationPrincipal StudentUser me,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String reference,
            Model model)
            throws IOException {
        return answer.to(
                () -> reprints.ask(own.number(me), reason, reference), model, () -> form(me, reason, reference, model));
    }
}
