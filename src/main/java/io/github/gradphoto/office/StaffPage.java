package io.github.gradphoto.office;

import io.github.gradphoto.application.HeldTasks;
import io.github.gradphoto.identity.StaffAccount;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.identity.StaffLocks;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.office.StaffDesk.Entry;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 工作人员账号: made, changed, closed and opened again by an administrator. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_camunda-admin')")
class StaffPage {

    private final StaffDesk desk;
    private final StaffAccounts accounts;
    private final StaffLocks locks;
    private final HeldTasks held;
    private final Roster roster;

    StaffPage(StaffDesk desk, StaffAccounts accounts, StaffLocks locks, HeldTasks held, Roster roster) {
        this.desk = desk;
        this.accounts = accounts;
        this.locks = locks;
        this.held = held;
        this.roster = roster;
    }

    @GetMapping("/office/staff")
    String list(Model model) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("locks", locks.all());
        model.addAttribute(
                "held",
                held.holders(EnumSet.allOf(StaffGroup.class)).stream()
                        .collect(Collectors.toMap(HeldTasks.Holder::username, Function.identity())));
        model.addAttribute("allGroups", StaffGroup.values());
        return "office/staff";
    }

    @PostMapping("/office/staff")
    String create(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(name = "group", required = false) Set<StaffGroup> groups,
            Principal user,
            RedirectAttributes next) {
        var name = username.strip();
        next.addFlashAttribute(
                "password", desk.create(name, new Entry(displayName, email, chosen(groups)), user.getName()));
        return "redirect:/office/staff/" + name;
    }

    @GetMapping("/office/staff/{username:[A-Za-z0-9-]+}")
    String one(@PathVariable String username, Principal user, Model model) {
        StaffAccount account = desk.find(username);
        model.addAttribute("account", account);
        model.addAttribute("own", username.equals(user.getName()));
        model.addAttribute("lock", locks.all().get(username));
        model.addAttribute("held", held.of(username));
        model.addAttribute("students", roster.ofTeacher(username).size());
        model.addAttribute("allGroups", StaffGroup.values());
        return "office/staff-member";
    }

    @PostMapping("/office/staff/{username:[A-Za-z0-9-]+}")
    String change(
            @PathVariable String username,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(name = "group", required = false) Set<StaffGroup> groups,
            Principal user,
            RedirectAttributes next) {
        desk.change(username, new Entry(displayName, email, chosen(groups)), user.getName());
        next.addFlashAttribute("done", "changed");
        return "redirect:/office/staff/" + username;
    }

    @PostMapping("/office/staff/{username:[A-Za-z0-9-]+}/password")
    String newPassword(@PathVariable String username, Principal user, RedirectAttributes next) {
        next.addFlashAttribute("password", desk.newPassword(username, user.getName()));
        return "redirect:/office/staff/" + username;
    }

    @PostMapping("/office/staff/{username:[A-Za-z0-9-]+}/close")
    String close(
            @PathVariable String username,
            @RequestParam(defaultValue = "") String note,
            Principal user,
            RedirectAttributes next) {
        next.addFlashAttribute("given", desk.close(username, note, user.getName()));
        return "redirect:/office/staff/" + username;
    }

    @PostMapping("/office/staff/{username:[A-Za-z0-9-]+}/open")
    String open(@PathVariable String username, Principal user, RedirectAttributes next) {
        desk.open(username, user.getName());
        next.addFlashAttribute("done", "opened");
        return "redirect:/office/staff/" + username;
    }

    private static Set<StaffGroup> chosen(Set<StaffGroup> groups) {
        return groups == null ? Set.of() : groups;
    }
}
