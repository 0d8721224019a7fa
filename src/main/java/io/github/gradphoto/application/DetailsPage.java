package io.github.gradphoto.application;

import io.github.gradphoto.draft.DraftForm;
import io.github.gradphoto.draft.Drafts;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.page.Choice;
import io.github.gradphoto.page.FormAnswer;
import io.github.gradphoto.page.StudentPage;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 信息核对: 无误 with mail and telephone, or 信息有误 with the fields that are wrong. */
@StudentPage
class DetailsPage {

    /** @param disputed fields that the student ticked as wrong */
    record Form(String email, String phone, List<String> disputed, String explanation) {}

    private final OwnApplication own;
    private final Details details;
    private final Roster roster;
    private final Drafts drafts;
    private final FormAnswer answer;

    DetailsPage(OwnApplication own, Details details, Roster roster, Drafts drafts, FormAnswer answer) {
        this.own = own;
        this.details = details;
        this.roster = roster;
        this.drafts = drafts;
        this.answer = answer;
    }

    @GetMapping("/my/details")
    String show(@AuthenticationPrincipal StudentUser me, Model model) {
        if (!own.isAsked(me, Step.CONFIRM_DETAILS)) {
            return "redirect:/my";
        }
        var student = roster.byId(me.studentId());
        var draft = drafts.of(me.studentId(), DraftForm.DISPUTE);
        model.addAttribute("restored", draft.isPresent());
        var disputed = draft.map(d -> d.all("disputed")).orElse(List.of());
        var explanation = draft.map(d -> d.one("explanation")).orElse(null);
        return show(me, new Form(student.email(), student.phone(), disputed, explanation), model);
    }

    private String show(StudentUser me, Form form, Model model) {
        model.addAttribute("student", roster.byId(me.studentId()));
        model.addAttribute("form", form);
        model.addAttribute("dispute", details.latest(own.number(me)).orElse(null));
        return "application/details";
    }

    /** @param answered {@code right} or {@code wrong}: the button that was pressed */
    @PostMapping("/my/details")
    String answer(
            @AuthenticationPrincipal StudentUser me,
            @RequestParam(defaultValue = "") String answered,
            @RequestParam(required = false) String email,
            @RequestParam(required = false) String phone,
            @RequestParam(required = false) List<String> disputed,
            @RequestParam(required = false) String explanation,
            HttpServletRequest request,
            Model model)
            throws IOException {
        var form = new Form(email, phone, disputed == null ? List.of() : disputed, explanation);
        return answer.to(
                () -> {
                    if ("wrong".equals(answered)) {
                        var fields = Choice.all(DetailField.class, form.disputed());
                        details.dispute(own.number(me), fields, form.explanation());
                    } else {
                        details.confirm(own.number(me), form.email(), form.phone());
                    }
                    drafts.drop(me.studentId(), DraftForm.DISPUTE);
                },
                model,
                () -> {
                    drafts.keep(me.studentId(), DraftForm.DISPUTE, request.getParameterMap());
                    return show(me, form, model);
                });
    }
}
