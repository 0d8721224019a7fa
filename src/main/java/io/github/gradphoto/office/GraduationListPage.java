package io.github.gradphoto.office;

import io.github.gradphoto.certificate.GraduationListImport;
import io.github.gradphoto.certificate.GraduationRow.Effect;
import io.github.gradphoto.page.Upload;
import io.github.gradphoto.refusal.Refusal;
import java.io.IOException;
import java.security.Principal;
import java.util.EnumMap;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 导入发证名单: upload, look at every line, take it in. */
@OfficePage
@PreAuthorize("hasAnyAuthority('GROUP_registrar', 'GROUP_certificate-desk')")
class GraduationListPage {

    private static final String PAGE = "redirect:/office/certificates/list";

    private final GraduationListImport list;

    GraduationListPage(GraduationListImport list) {
        this.list = list;
    }

    @GetMapping("/office/certificates/list")
    String page() {
        return "office/graduation-list";
    }

    @PostMapping("/office/certificates/list")
    String upload(@RequestParam(required = false) MultipartFile list, Principal user) throws IOException {
        if (!Upload.isGiven(list)) {
            throw Refusal.invalid("listNeeded");
        }
        return PAGE + "/" + this.list.upload(list.getBytes(), user.getName());
    }

    @GetMapping("/office/certificates/list/{id}")
    String preview(@PathVariable long id, Principal user, Model model) {
        var rows = list.preview(id, user.getName());
        var counts = new EnumMap<Effect, Integer>(Effect.class);
        for (var effect : Effect.values()) {
            counts.put(effect, (int)
                    rows.stream().filter(row -> row.effect() == effect).count());
        }
        model.addAttribute("id", id);
        model.addAttribute("rows", rows);
        model.addAttribute("counts", counts);
        model.addAttribute("bad", counts.get(Effect.BAD));
        return "office/graduation-list-preview";
    }

    @PostMapping("/office/certificates/list/{id}/accept")
    String accept(@PathVariable long id, Principal user, RedirectAttributes next) {
        next.addFlashAttribute("accepted", list.accept(id, user.getName()));
        return PAGE;
    }

    @PostMapping("/office/certificates/list/{id}/discard")
    String discard(@PathVariable long id, Principal user) {
        list.discard(id, user.getName());
        return PAGE;
    }
}
