package io.github.gradphoto.office;

import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 修改密码: everybody for themselves, first of all after a first password was handed over. */
@OfficePage
class OwnPasswordPage {

    private final StaffDesk desk;

    OwnPasswordPage(StaffDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/office/password")
    String page() {
        return "office/password";
    }

    @PostMapping("/office/password")
    String change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String wanted,
            @RequestParam(defaultValue = "") String again,
            Principal user,
            RedirectAttributes next) {
        desk.changeOwnPassword(user.getName(), old, wanted, again);
        next.addFlashAttribute("done", true);
        return "redirect:/office/password";
    }
}
