package io.github.gradphoto.office;

import io.github.gradphoto.application.Eligibility;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 请学生补充材料: asks a student for documents while their eligibility waits to be decided. */
@OfficePage
class AskEvidencePage {

    private static final Set<Step> STEPS = EnumSet.of(Step.DECIDE_ELIGIBILITY, Step.REVIEW_ELIGIBILITY);
    private static final int LONGEST = 500;

    private final OfficeTasks tasks;
    private final CaseHeads heads;
    private final Eligibility eligibility;

    AskEvidencePage(OfficeTasks tasks, CaseHeads heads, Eligibility eligibility) {
        this.tasks = tasks;
        this.heads = heads;
        this.eligibility = eligibility;
    }

    @GetMapping("/office/tasks/{taskId}/ask-evidence")
    String page(@PathVariable String taskId, Model model) {
        var task = tasks.open(taskId, STEPS);
        model.addAttribute("task", task);
        model.addAttribute("head", heads.of(task.number(), task.step()));
        return "office/ask-evidence";
    }

    @PostMapping("/office/tasks/{taskId}/ask-evidence")
    String ask(
            @PathVariable String taskId,
            @RequestParam(defaultValue = "") String note,
            Principal user,
            RedirectAttributes next) {
        var task = tasks.open(taskId, STEPS);
        if (note.isBlank()) {
            throw Refusal.invalid("noteNeeded");
        }
        if (note.length() > LONGEST) {
            throw Refusal.invalid("textTooLong", LONGEST);
        }
        eligibility.askEvidence(task.number(), note.strip(), user.getName());
        next.addFlashAttribute("done", true);
        return "redirect:/office/tasks/" + taskId + "/ask-evidence";
    }
}
