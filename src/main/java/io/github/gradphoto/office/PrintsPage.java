package io.github.gradphoto.office;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.prints.Parcels;
import io.github.gradphoto.prints.PrintRuns;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 纸质照片: what waits for the mail room, and the runs of many prints at once. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_mailroom')")
class PrintsPage {

    private final PrintsWaiting waiting;
    private final PrintRuns runs;
    private final Parcels parcels;

    PrintsPage(PrintsWaiting waiting, PrintRuns runs, Parcels parcels) {
        this.waiting = waiting;
        this.runs = runs;
        this.parcels = parcels;
    }

    @GetMapping("/office/prints")
    String page(Model model) {
        var toPrint = waiting.toPrint();
        model.addAttribute("toPrint", toPrint.size());
        model.addAttribute("classes", waiting.classes(toPrint));
        model.addAttribute("most", PrintRuns.MOST);
        model.addAttribute("runs", runs.newest());
        model.addAttribute("toPost", waiting.count(Step.POST_PARCEL));
        model.addAttribute("toHandOver", waiting.count(Step.HAND_OVER_PRINTS));
        model.addAttribute("inTrouble", waiting.count(Step.RESOLVE_PARCEL));
        model.addAttribute("underWay", parcels.countUnderWay());
        return "office/prints";
    }

    /** @param chosen classes as notice and code, {@code 3:KZ2301}; of one notice, whose paper the run is on */
    @PostMapping("/office/prints/runs")
    String open(@RequestParam(defaultValue = "") List<String> chosen, Principal user) {
        if (chosen.isEmpty()) {
            throw Refusal.invalid("noClassChosen");
        }
        var notices = chosen.stream().map(PrintsPage::noticeOf).distinct().toList();
        if (notices.size() > 1) {
            throw Refusal.invalid("oneNoticeOnly");
        }
        var numbers = waiting.toPrint().stream()
                .filter(one -> chosen.contains(
                        one.application().noticeId() + ":" + one.student().classCode()))
                .map(one -> one.application().number())
                .toList();
        return "redirect:/office/prints/runs/" + runs.open(notices.get(0), numbers, user.getName());
    }

    private static long noticeOf(String chosen) {
        try {
            return Long.parseLong(chosen.split(":", 2)[0]);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("choiceNeeded");
        }
    }
}
