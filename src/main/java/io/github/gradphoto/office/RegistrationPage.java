package io.github.gradphoto.office;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.registration.RegistrationProcess;
import io.github.gradphoto.registration.RegistrationProcess.Waiting;
import io.github.gradphoto.registration.RegistrationReminders;
import io.github.gradphoto.registration.RegistrationRuns;
import io.github.gradphoto.registration.ReleasePackages;
import java.security.Principal;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 报送与登记: how many cases wait where on their way to the registry, and what is done for all of them at once. */
@OfficePage
@PreAuthorize("hasAnyAuthority('GROUP_registrar', 'GROUP_head-reviewer')")
class RegistrationPage {

    /** The way to the registry, in its order. */
    static final List<Step> WAY = List.of(
            Step.SUPPLY_CODE,
            Step.RELEASE_PHOTO,
            Step.ENTER_DELIVERY_RESULT,
            Step.ENTER_COMPARISON_RESULT,
            Step.PROVIDE_EVIDENCE,
            Step.DECIDE_REVERIFICATION,
            Step.ENTER_REVERIFICATION_RESULT,
            Step.CONFIRM_AT_REGISTRY);

    private static final int PER_PAGE = 100;
    private static final int LAST_RUNS = 20;
    private static final int WIDEST = 380;

    /** @param width of the bar, in units of the drawing */
    record Bar(Step step, int count, int width, int top) {}

    /** Which of the two lists. */
    enum Part {
        REVERIFICATION(Step.PROVIDE_EVIDENCE, Step.DECIDE_REVERIFICATION, Step.ENTER_REVERIFICATION_RESULT),
        CONFIRMATION(Step.CONFIRM_AT_REGISTRY);

        private final List<Step> steps;

        Part(Step... steps) {
            this.steps = List.of(steps);
        }
    }

    private final RegistrationProcess process;
    private final RegistrationRuns runs;
    private final ReleasePackages packages;
    private final RegistrationReminders reminders;
    private final Roster roster;
    private final Clock clock;

    RegistrationPage(
            RegistrationProcess process,
            RegistrationRuns runs,
            ReleasePackages packages,
            RegistrationReminders reminders,
            Roster roster,
            Clock clock) {
        this.process = process;
        this.runs = runs;
        this.packages = packages;
        this.reminders = reminders;
        this.roster = roster;
        this.clock = clock;
    }

    @GetMapping("/office/registration")
    String page(Model model) {
        var counts = process.counts(WAY);
        model.addAttribute("bars", bars(counts));
        model.addAttribute("releasable", counts.getOrDefault(Step.RELEASE_PHOTO, 0));
        model.addAttribute("codeless", counts.getOrDefault(Step.SUPPLY_CODE, 0));
        model.addAttribute("parts", parts(counts));
        model.addAttribute("runs", runs.newest(LAST_RUNS));
        return "office/registration";
    }

    private static List<Bar> bars(Map<Step, Integer> counts) {
        int most = Math.max(
                1, counts.values().stream().mapToInt(Integer::intValue).max().orElse(1));
        return WAY.stream()
                .map(step -> {
                    int count = counts.getOrDefault(step, 0);
                    return new Bar(
                            step, count, (int) Math.ceil((double) WIDEST * count / most), WAY.indexOf(step) * 30);
                })
                .toList();
    }

    private static Map<Part, Integer> parts(Map<Step, Integer> counts) {
        var parts = new EnumMap<Part, Integer>(Part.class);
        for (var part : Part.values()) {
            parts.put(
                    part,
                    part.steps.stream()
                            .mapToInt(step -> counts.getOrDefault(step, 0))
                            .sum());
        }
        return parts;
    }

    @PostMapping("/office/registration/packages")
    @PreAuthorize("hasAuthority('GROUP_registrar')")
    String release(Principal user) {
        return "redirect:/office/registration/runs/" + packages.start(user.getName());
    }

    @GetMapping("/office/registration/open")
    String open(
            @RequestParam(defaultValue = "REVERIFICATION") Part part,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        int all = process.counts(part.steps).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        int pages = Math.max(1, (all + PER_PAGE - 1) / PER_PAGE);
        int shown = Math.max(1, Math.min(page, pages));
        var some = process.waiting(part.steps, (shown - 1) * PER_PAGE, PER_PAGE);
        model.addAttribute("part", part);
        model.addAttribute("parts", Arrays.asList(Part.values()));
        model.addAttribute("all", all);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("waiting", some);
        model.addAttribute(
                "students", roster.byIds(some.stream().map(Waiting::studentId).toList()));
        model.addAttribute("now", clock.instant());
        return "office/registration-open";
    }

    @PostMapping("/office/registration/remind")
    @PreAuthorize("hasAuthority('GROUP_registrar')")
    String remind(
            @RequestParam(defaultValue = "REVERIFICATION") Part part,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") List<String> number,
            Principal user,
            RedirectAttributes next) {
        next.addFlashAttribute("reminded", reminders.remind(number, user.getName()));
        return "redirect:/office/registration/open?part=" + part + "&page=" + page;
    }
}
