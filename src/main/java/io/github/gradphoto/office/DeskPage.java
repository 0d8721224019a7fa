package io.github.gradphoto.office;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.page.Choice;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 发证窗口, one person after the other: the card is read, the person stands there, a key does what is due. It completes the
 * tasks that Tasklist shows, through the same forms.
 */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_certificate-desk')")
class DeskPage {

    private static final Set<String> OVERTAKEN = Set.of("stepNotOpen", "changedMeanwhile");

    private final DeskSearch search;
    private final DeskCases cases;
    private final Applications applications;
    private final StaffTaskDriver tasks;
    private final AuditLog audit;
    private final MessageSource texts;

    DeskPage(
            DeskSearch search,
            DeskCases cases,
            Applications applications,
            StaffTaskDriver tasks,
            AuditLog audit,
            MessageSource texts) {
        this.search = search;
        this.cases = cases;
        this.applications = applications;
        this.tasks = tasks;
        this.audit = audit;
        this.texts = texts;
    }

    /** What was typed has no place in an address, a log or the audit. */
    @PostMapping("/office/certificates/find")
    String find(
            @RequestParam(defaultValue = "") String typed,
            Principal user,
            Model model,
            HttpServletResponse response,
            Locale language,
            RedirectAttributes next) {
        List<Student> found;
        try {
            found = search.find(typed);
        } catch (Refusal refusal) {
            return refused(refusal, model, response, language);
        }
        audit.record(user.getName(), "people-searched", "roster", "at the desk, found " + found.size());
        var latest = latest(found);
        if (found.size() == 1 && latest.size() == 1) {
            next.addFlashAttribute("bagOutdated", search.isOutdatedBag(typed));
            return to(latest.values().iterator().next().number());
        }
        if (found.isEmpty()) {
            return refused(Refusal.notFound("nobodyFound"), model, response, language);
        }
        model.addAttribute("people", found.stream().limit(DeskSearch.MOST).toList());
        model.addAttribute("more", found.size() > DeskSearch.MOST);
        model.addAttribute("numbers", latest);
        return page(response);
    }

    private Map<Long, Application> latest(List<Student> students) {
        return applications.ofStudents(students.stream().map(Student::id).toList()).stream()
                .collect(Collectors.toMap(Application::studentId, Function.identity(), (earlier, later) -> later));
    }

    @GetMapping("/office/certificates/desk/{number}")
    String show(@PathVariable String number, Principal user, Model model, HttpServletResponse response) {
        model.addAttribute("person", cases.of(number));
        audit.record(user.getName(), "case-seen", number, "desk");
        return page(response);
    }

    /** @param step the one on the screen, so that a key pressed twice does not do the next thing too */
    @PostMapping("/office/certificates/desk/{number}")
    String act(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String step,
            @RequestParam Map<String, String> typed,
            Principal user,
            Model model,
            HttpServletResponse response,
            Locale language,
            RedirectAttributes next) {
        try {
            var due = Choice.of(Step.class, step);
            tasks.complete(number, due, user.getName(), fields(due, typed));
            next.addFlashAttribute("did", due);
            return to(number);
        } catch (Refusal refusal) {
            model.addAttribute("person", cases.of(number));
            return refused(refusal, model, response, language);
        }
    }

    private static Map<String, String> fields(Step step, Map<String, String> typed) {
        var names = switch (step) {
            case TAKE_IN_PRINT -> List.of("print", "confirmedAtRegistry");
            case PRINT_ON_THE_SPOT, MAKE_CERTIFICATE -> List.<String>of();
            case HAND_OVER_CERTIFICATE -> List.of("receiver", "proxyName", "identityChecked", "letterChecked");
            default -> throw Refusal.invalid("choiceNeeded");
        };
        return names.stream().collect(Collectors.toMap(name -> name, name -> typed.getOrDefault(name, "")));
    }

    private String refused(Refusal refusal, Model model, HttpServletResponse response, Locale language) {
        boolean overtaken = OVERTAKEN.contains(refusal.key());
        response.setStatus(refusal.status().value());
        model.addAttribute(
                "refusal",
                texts.getMessage(overtaken ? "desk.overtaken" : refusal.messageKey(), refusal.arguments(), language));
        model.addAttribute("kindly", overtaken || refusal.status() == HttpStatus.NOT_FOUND);
        return page(response);
    }

    private static String page(HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noStore().cachePrivate().getHeaderValue());
        return "office/desk";
    }

    private static String to(String number) {
        return "redirect:/office/certificates/desk/" + number;
    }
}
