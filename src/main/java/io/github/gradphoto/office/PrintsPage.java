package io.github.gradphoto.office;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.prints.Parcels;
import io.github.gradphoto.prints.PrintQueue;
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
    private final PrintQueue queue;
    private final PrintRuns runs;
    private final Parcels parcels;

    PrintsPage(PrintsWaiting waiting, PrintQueue queue, PrintRuns runs, Parcels parcels) {
        this.waiting = waiting;
        this.queue = queue;
        this.runs = runs;
        this.parcels = parcels;
    }

    @GetMapping("/office/prints")
    String page(Model model) {
        var classes = waiting.toPrint();
        var counts = waiting.counts(Step.POST_PARCEL, Step.HAND_OVER_PRINTS, Step.RESOLVE_PARCEL);
        model.addAttribute(
                "toPrint",
                classes.stream().mapToInt(PrintsWaiting.ClassCount::count).sum());
        model.addAttribute("classes", classes);
        model.addAttribute("most", PrintRuns.MOST);
        model.addAttribute("runs", runs.newest());
        model.addAttribute("toPost", counts.getOrDefault(Step.POST_PARCEL, 0));
        model.addAttribute("toHandOver", counts.getOrDefault(Step.HAND_OVER_PRINTS, 0));
        model.addAttribute("inTrouble", counts.getOrDefault(Step.RESOLVE_PARCEL, 0));
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
        var classes =
                chosen.stream().map(one -> one.substring(one.indexOf(':') + 1)).toList();
        var numbers = queue.numbers(notices.get(0), classes);
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
