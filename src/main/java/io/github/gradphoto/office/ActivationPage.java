package io.github.gradphoto.office;

import io.github.gradphoto.identity.Activation;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 激活码 for a student who can be reached by telephone only: issued after a check, shown once to be read out. */
@OfficePage
class ActivationPage {

    private final Activation activation;
    private final Roster roster;

    ActivationPage(Activation activation, Roster roster) {
        this.activation = activation;
        this.roster = roster;
    }

    /** A class teacher, for a student of their own class. */
    @PostMapping("/office/class/activation")
    @PreAuthorize("hasAuthority('GROUP_class-teacher')")
    String ofClass(
            @RequestParam long student,
            @RequestParam(defaultValue = "false") boolean checked,
            @RequestParam(defaultValue = "") String note,
            Principal user,
            RedirectAttributes next) {
        if (!user.getName().equals(roster.byId(student).classTeacher())) {
            throw Refusal.notFound("noStudent");
        }
        return issue(student, checked, note, user, next);
    }

    @PostMapping("/office/people/activation")
    @PreAuthorize("hasAuthority('GROUP_registrar')")
    String ofAnybody(
            @RequestParam long student,
            @RequestParam(defaultValue = "false") boolean checked,
            @RequestParam(defaultValue = "") String note,
            Principal user,
            RedirectAttributes next) {
        return issue(student, checked, note, user, next);
    }

    private String issue(long student, boolean checked, String note, Principal user, RedirectAttributes next) {
        var issued = activation.issue(student, checked, note, user.getName());
        next.addFlashAttribute("code", issued.spaced());
        next.addFlashAttribute("expiresAt", issued.expiresAt());
        next.addFlashAttribute("name", roster.byId(student).name());
        return "redirect:/office/activation";
    }

    /** Once: loaded anew, the page is gone. */
    @GetMapping("/office/activation")
    @PreAuthorize("hasAnyAuthority('GROUP_class-teacher', 'GROUP_registrar')")
    String show(Model model) {
        return model.containsAttribute("code") ? "office/activation" : "redirect:/office";
    }
}
