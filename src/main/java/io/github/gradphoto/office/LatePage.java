package io.github.gradphoto.office;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.ExtensionRequest;
import io.github.gradphoto.application.Extensions;
import io.github.gradphoto.application.LateCases;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.StaffTasks;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.page.Choice;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 审定逾期申请 for many at once: completes the same tasks as Tasklist, through the same form, each by itself, and says of
 * each what became of it.
 */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_registrar')")
class LatePage {

    /** @param waiting where the student stopped; @param reason why the student asks for more time, or null */
    record Row(Application application, Student student, List<Step> waiting, String reason) {}

    /** @param refusal why it was not decided, or null */
    record Result(String number, String refusal) {}

    private final StaffTasks tasks;
    private final StaffTaskDriver driver;
    private final Applications applications;
    private final ApplicationProcess process;
    private final Extensions extensions;
    private final Roster roster;
    private final MessageSource texts;

    LatePage(
            StaffTasks tasks,
            StaffTaskDriver driver,
            Applications applications,
            ApplicationProcess process,
            Extensions extensions,
            Roster roster,
            MessageSource texts) {
        this.tasks = tasks;
        this.driver = driver;
        this.applications = applications;
        this.process = process;
        this.extensions = extensions;
        this.roster = roster;
        this.texts = texts;
    }

    @GetMapping("/office/late")
    String page(
            @RequestParam(defaultValue = "") String classCode, @RequestParam(required = false) Step step, Model model) {
        var all = rows();
        model.addAttribute(
                "classes",
                all.stream()
                        .map(row -> row.student().classCode())
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute(
                "steps",
                all.stream()
                        .flatMap(row -> row.waiting().stream())
                        .distinct()
                        .sorted()
                        .toList());
        model.addAttribute("classCode", classCode);
        model.addAttribute("step", step);
        model.addAttribute(
                "rows",
                all.stream()
                        .filter(row ->
                                classCode.isEmpty() || row.student().classCode().equals(classCode))
                        .filter(row -> step == null || row.waiting().contains(step))
                        .toList());
        return "office/late";
    }

    private List<Row> rows() {
        var late = applications.byNumbers(tasks.numbersAt(Step.DECIDE_LATE_CASE));
        var steps = process.openSteps(late.stream().map(Application::number).toList());
        var students = roster.byIds(late.stream().map(Application::studentId).toList());
        return late.stream()
                .map(application -> new Row(
                        application,
                        students.get(application.studentId()),
                        steps.getOrDefault(application.number(), List.of()).stream()
                                .map(OpenStep::step)
                                .filter(open -> open != Step.DECIDE_LATE_CASE)
                                .toList(),
                        extensions
                                .open(application.number())
                                .map(ExtensionRequest::reason)
                                .orElse(null)))
                .toList();
    }

    @PostMapping("/office/late")
    String decide(
            @RequestParam(required = false) List<String> numbers,
            @RequestParam(required = false) String decision,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String note,
            Principal user,
            Locale language,
            RedirectAttributes next) {
        if (numbers == null || numbers.isEmpty()) {
            throw Refusal.invalid("nobodyChosen");
        }
        var chosen = Choice.of(LateCases.Decision.class, decision);
        if (chosen == LateCases.Decision.EXTEND ? until.isBlank() : note.isBlank()) {
            throw Refusal.invalid(chosen == LateCases.Decision.EXTEND ? "dayInvalid" : "noteNeeded");
        }
        var fields = Map.of("decision", chosen.name(), "until", until, "note", note);
        var results = new ArrayList<Result>();
        for (var number : numbers.stream().distinct().toList()) {
            results.add(new Result(number, refusalOf(number, fields, user.getName(), language)));
        }
        next.addFlashAttribute("results", results);
        next.addFlashAttribute(
                "decided",
                results.stream().filter(result -> result.refusal() == null).count());
        return "redirect:/office/late";
    }

    private String refusalOf(String number, Map<String, String> fields, String by, Locale language) {
        try {
            driver.complete(number, Step.DECIDE_LATE_CASE, by, fields);
            return null;
        } catch (Refusal refusal) {
            return texts.getMessage(refusal.messageKey(), refusal.arguments(), language);
        }
    }
}
