package io.github.gradphoto.office;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.registration.FinishedPictureCheck;
import io.github.gradphoto.registration.Registrations;
import java.io.IOException;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 成品照片: takes in the picture that the collecting unit finished. */
@OfficePage
class FinishedPicturePage {

    private static final Set<Step> STEPS = EnumSet.of(Step.ENTER_DELIVERY_RESULT);

    private final OfficeTasks tasks;
    private final CaseHeads heads;
    private final Registrations registrations;
    private final FinishedPictureCheck check;

    FinishedPicturePage(OfficeTasks tasks, CaseHeads heads, Registrations registrations, FinishedPictureCheck check) {
        this.tasks = tasks;
        this.heads = heads;
        this.registrations = registrations;
        this.check = check;
    }

    @GetMapping("/office/tasks/{taskId}/finished-picture")
    String page(@PathVariable String taskId, Model model) {
        var task = tasks.open(taskId, STEPS);
        model.addAttribute("task", task);
        model.addAttribute("head", heads.of(task.number(), task.step()));
        return "office/finished-picture";
    }

    @PostMapping("/office/tasks/{taskId}/finished-picture")
    String takeIn(
            @PathVariable String taskId, @RequestParam MultipartFile picture, Principal user, RedirectAttributes next)
            throws IOException {
        var task = tasks.open(taskId, STEPS);
        var jpeg = picture.getBytes();
        check.ensureStandard(jpeg);
        registrations.finishedPicture(task.number(), jpeg, user.getName());
        next.addFlashAttribute("done", true);
        return "redirect:/office/tasks/" + taskId + "/finished-picture";
    }
}
