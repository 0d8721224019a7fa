package io.github.gradphoto.office;

import io.github.gradphoto.application.HeldTasks;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 请假交接: who is away gives the claimed tasks back to the group, or a superior does it for them. Everybody for
 * themselves; the head reviewer for the reviewers; the registrar and administrators for all.
 */
@OfficePage
class AbsencePage {

    /** @param name to show */
    record Row(String name, HeldTasks.Holder holder) {}

    private final HeldTasks held;
    private final StaffAccounts accounts;
    private final AuditLog audit;

    AbsencePage(HeldTasks held, StaffAccounts accounts, AuditLog audit) {
        this.held = held;
        this.accounts = accounts;
        this.audit = audit;
    }

    @GetMapping("/office/absence")
    String page(Principal user, Model model) {
        var me = user.getName();
        var answersFor = answersFor(me);
        model.addAttribute("me", row(held.of(me)));
        model.addAttribute("superior", !answersFor.isEmpty());
        model.addAttribute(
                "colleagues",
                held.holders(answersFor).stream()
                        .filter(holder -> !holder.username().equals(me))
                        .map(this::row)
                        .toList());
        return "office/absence";
    }

    private Row row(HeldTasks.Holder holder) {
        return new Row(accounts.displayName(holder.username()), holder);
    }

    @PostMapping("/office/absence")
    String giveBack(@RequestParam(defaultValue = "") String username, Principal user, RedirectAttributes next) {
        var me = user.getName();
        var groups = username.equals(me) ? EnumSet.allOf(StaffGroup.class) : answersFor(me);
        int given = held.giveBack(username, groups);
        if (given == 0) {
            throw Refusal.conflict("nothingHeld");
        }
        audit.record(me, "tasks-given-back", username, String.valueOf(given));
        next.addFlashAttribute("given", given);
        next.addFlashAttribute("givenOf", accounts.displayName(username));
        return "redirect:/office/absence";
    }

    private Set<StaffGroup> answersFor(String username) {
        var groups = accounts.groupsOf(username);
        if (groups.stream().anyMatch(List.of(StaffGroup.REGISTRAR, StaffGroup.ADMINISTRATOR)::contains)) {
            return EnumSet.allOf(StaffGroup.class);
        }
        return groups.contains(StaffGroup.HEAD_REVIEWER)
                ? EnumSet.of(StaffGroup.REVIEWER, StaffGroup.HEAD_REVIEWER)
                : Set.of();
    }
}
