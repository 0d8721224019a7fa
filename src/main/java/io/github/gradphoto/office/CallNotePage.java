package io.github.gradphoto.office;

import io.github.gradphoto.callnote.CallNotes;
import java.security.Principal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 联系记录 on the page of a class. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_class-teacher')")
class CallNotePage {

    private final CallNotes notes;

    CallNotePage(CallNotes notes) {
        this.notes = notes;
    }

    @PostMapping("/office/class/notes")
    String add(
            @RequestParam long student,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String againOn,
            Principal user,
            RedirectAttributes next) {
        notes.add(student, note, againOn, user.getName());
        next.addFlashAttribute("done", true);
        return "redirect:/office/class#student-" + student;
    }

    @PostMapping("/office/class/notes/{id}/done")
    String done(@PathVariable long id, Principal user) {
        notes.done(id, user.getName());
        return "redirect:/office/class";
    }
}
