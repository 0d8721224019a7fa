package io.github.gradphoto.office;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.certificate.PaperHandOvers;
import io.github.gradphoto.certificate.PaperHandOvers.Signed;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** In case the network dies: the register of who is ready, printed beforehand, and what was signed on it keyed in afterwards. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_certificate-desk')")
class PaperRegisterPage {

    /** @param student null where nobody was found; @param done whether the certificate is handed over */
    record Result(int line, Student student, boolean done, String text) {}

    /** A number; 缺 or x where the print was missing; who signed in the student's place. */
    private static final Pattern LINE = Pattern.compile(
            "(?<number>[^\\s,，;；]+)(?:[\\s,，;；]+(?<missing>[缺xX]))?(?:[\\s,，;；]+(?<proxy>\\S.*?))?[\\s,，;；]*");

    /** Lines that one request answers in a few seconds. */
    private static final int MOST = 100;

    private final ReadyRegister ready;
    private final DeskSearch search;
    private final Applications applications;
    private final PaperHandOvers handOvers;
    private final AuditLog audit;
    private final MessageSource texts;
    private final Clock clock;

    PaperRegisterPage(
            ReadyRegister ready,
            DeskSearch search,
            Applications applications,
            PaperHandOvers handOvers,
            AuditLog audit,
            MessageSource texts,
            Clock clock) {
        this.ready = ready;
        this.search = search;
        this.applications = applications;
        this.handOvers = handOvers;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/office/certificates/paper")
    String page(Model model) {
        model.addAttribute("classes", ready.classes());
        model.addAttribute("today", today());
        model.addAttribute("most", MOST);
        return "office/paper-register";
    }

    @GetMapping("/office/certificates/ready.pdf")
    ResponseEntity<byte[]> register(
            @RequestParam(defaultValue = "") String classCode, Principal user, Locale language) {
        var lines = ready.lines(classCode);
        audit.record(user.getName(), "register-printed", "ready", lines.size() + " " + classCode);
        return Privately.inline(ready.pdf(lines, today(), language), MediaType.APPLICATION_PDF, "ready.pdf");
    }

    /** @param lines one person each, see {@link #LINE} */
    @PostMapping("/office/certificates/paper")
    String keyIn(
            @RequestParam(defaultValue = "") String lines,
            @RequestParam(defaultValue = "") String signedOn,
            @RequestParam(defaultValue = "false") boolean lettersKept,
            Principal user,
            Locale language,
            Model model) {
        var typed =
                lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (typed.isEmpty()) {
            throw Refusal.invalid("numbersNeeded");
        }
        if (typed.size() > MOST) {
            throw Refusal.invalid("tooManyLines", MOST);
        }
        var day = dayOf(signedOn);
        var results = new ArrayList<Result>();
        for (var line : typed) {
            results.add(result(results.size() + 1, line, day, lettersKept, user.getName(), language));
        }
        audit.record(user.getName(), "register-keyed-in", "ready", Integer.toString(results.size()));
        model.addAttribute("results", results);
        model.addAttribute("done", results.stream().filter(Result::done).count());
        return page(model);
    }

    private Result result(int line, String typed, LocalDate day, boolean lettersKept, String by, Locale language) {
        Student student = null;
        try {
            var parts = LINE.matcher(typed);
            if (!parts.matches()) {
                throw Refusal.invalid("wholeNumberNeeded");
            }
            student = one(search.findByNumber(parts.group("number")));
            var proxy = parts.group("proxy");
            if (proxy != null && !lettersKept) {
                throw Refusal.invalid("letterNeeded");
            }
            var application = applications.latestOf(student.id()).orElseThrow(() -> Refusal.notFound("noCase"));
            var outcome = handOvers.handOver(
                    application.number(), new Signed(proxy, parts.group("missing") != null, day), by);
            return new Result(line, student, true, texts.getMessage("desk.paper." + outcome, null, language));
        } catch (Refusal refusal) {
            return new Result(
                    line, student, false, texts.getMessage(refusal.messageKey(), refusal.arguments(), language));
        }
    }

    private static Student one(List<Student> found) {
        if (found.isEmpty()) {
            throw Refusal.notFound("nobodyFound");
        }
        if (found.size() > 1) {
            throw Refusal.invalid("severalFound");
        }
        return found.get(0);
    }

    private LocalDate dayOf(String typed) {
        try {
            var day = LocalDate.parse(typed);
            if (day.isAfter(today())) {
                throw Refusal.invalid("dayInvalid");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("dayInvalid");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
    }
}
