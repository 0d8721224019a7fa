package io.github.gradphoto.office;

import io.github.gradphoto.page.Upload;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.roster.RegisteredList;
import io.github.gradphoto.roster.RegisteredRow.Effect;
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

/** 已有学历照片名单: whom the registry has a photo of already, seen line by line before anything changes. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_registrar')")
class RegisteredPage {

    private static final String PAGE = "redirect:/office/roster";
    private static final int SHOWN = 500;

    private final RegisteredList list;

    RegisteredPage(RegisteredList list) {
        this.list = list;
    }

    @PostMapping("/office/roster/registered")
    String upload(@RequestParam(required = false) MultipartFile list, Principal user) throws IOException {
        if (!Upload.isGiven(list)) {
            throw Refusal.invalid("listNeeded");
        }
        return PAGE + "/registered/" + this.list.upload(list.getBytes(), user.getName());
    }

    @GetMapping("/office/roster/registered/{id}")
    String preview(@PathVariable long id, Principal user, Model model) {
        var rows = list.preview(id, user.getName());
        var counts = new EnumMap<Effect, Integer>(Effect.class);
        for (var effect : Effect.values()) {
            counts.put(effect, RegisteredList.count(rows, effect));
        }
        model.addAttribute("id", id);
        model.addAttribute("counts", counts);
        model.addAttribute("news", counts.get(Effect.ENDS_CASE) + counts.get(Effect.MARKED));
        model.addAttribute("ends", counts.get(Effect.ENDS_CASE));
        model.addAttribute("seen", RegisteredList.seen(rows));
        // what needs a look comes first
        model.addAttribute(
                "rows",
                rows.stream()
                        .sorted((one, other) -> one.effect().compareTo(other.effect()))
                        .limit(SHOWN)
                        .toList());
        model.addAttribute("shown", SHOWN);
        model.addAttribute("all", rows.size());
        return "office/registered-preview";
    }

    @PostMapping("/office/roster/registered/{id}/accept")
    String accept(@PathVariable long id, @RequestParam(defaultValue = "") String seen, Principal user) {
        return PAGE + "/imports/" + list.accept(id, seen, user.getName());
    }

    @PostMapping("/office/roster/registered/{id}/discard")
    String discard(@PathVariable long id, Principal user) {
        list.discard(id, user.getName());
        return PAGE;
    }
}
