package io.github.gradphoto.office;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.certificate.Proxies;
import io.github.gradphoto.evidence.EvidenceFile;
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

/** 代领委托书: the desk takes in the letter that a proxy brought on paper. */
@OfficePage
class ProxyLetterPage {

    private static final Set<Step> STEPS = EnumSet.of(Step.HAND_OVER_CERTIFICATE);

    private final OfficeTasks tasks;
    private final CaseHeads heads;
    private final Proxies proxies;
    private final EvidenceFile evidence;

    ProxyLetterPage(OfficeTasks tasks, CaseHeads heads, Proxies proxies, EvidenceFile evidence) {
        this.tasks = tasks;
        this.heads = heads;
        this.proxies = proxies;
        this.evidence = evidence;
    }

    @GetMapping("/office/tasks/{taskId}/proxy-letter")
    String page(@PathVariable String taskId, Model model) {
        var task = tasks.open(taskId, STEPS);
        model.addAttribute("task", task);
        model.addAttribute("head", heads.of(task.number(), task.step()));
        model.addAttribute("letters", proxies.letters(task.number()));
        return "office/proxy-letter";
    }

    @PostMapping("/office/tasks/{taskId}/proxy-letter")
    String takeIn(
            @PathVariable String taskId, @RequestParam MultipartFile letter, Principal user, RedirectAttributes next)
            throws IOException {
        var task = tasks.open(taskId, STEPS);
        proxies.letterAtDesk(task.number(), evidence.prepare(letter.getBytes()), user.getName());
        next.addFlashAttribute("done", true);
        return "redirect:/office/tasks/" + taskId + "/proxy-letter";
    }
}
