package io.github.gradphoto.office;

import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.prints.TablePdf;
import io.github.gradphoto.prints.TablePdf.Column;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 班级领取: a list to sign for each class, and who signed it. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_mailroom')")
class PickupPage {

    /** @param refusal why it was not handed over, or null */
    record Result(String number, String refusal) {}

    private static final String PAGE = "/office/prints/pickup";
    /** Ticks that one request completes in a few seconds. */
    private static final int MOST = 100;

    private final PrintsWaiting waiting;
    private final StaffTaskDriver tasks;
    private final AuditLog audit;
    private final MessageSource texts;

    PickupPage(PrintsWaiting waiting, StaffTaskDriver tasks, AuditLog audit, MessageSource texts) {
        this.waiting = waiting;
        this.tasks = tasks;
        this.audit = audit;
        this.texts = texts;
    }

    @GetMapping(PAGE)
    String page(@RequestParam(defaultValue = "") String classCode, Model model) {
        model.addAttribute("classes", waiting.classNames(Step.HAND_OVER_PRINTS));
        model.addAttribute("classCode", classCode);
        model.addAttribute("total", waiting.counts(Step.HAND_OVER_PRINTS).getOrDefault(Step.HAND_OVER_PRINTS, 0));
        model.addAttribute("rows", waiting.at(Step.HAND_OVER_PRINTS, classCode, MOST));
        return "office/pickup";
    }

    /** Each class on pages of its own. */
    @GetMapping(PAGE + "/lists.pdf")
    ResponseEntity<byte[]> lists(@RequestParam(defaultValue = "") String classCode, Principal user, Locale language) {
        var all = waiting.at(Step.HAND_OVER_PRINTS, classCode, Integer.MAX_VALUE);
        var byClass = new TreeMap<String, List<PrintsWaiting.Waiting>>();
        all.forEach(one -> byClass.computeIfAbsent(one.student().classCode(), code -> new ArrayList<>())
                .add(one));
        if (byClass.isEmpty()) {
            throw Refusal.conflict("nobodyToHandOver");
        }
        audit.record(user.getName(), "pickup-list-printed", "prints", all.size() + " " + classCode);
        var sections =
                byClass.values().stream().map(some -> section(some, language)).toList();
        var words = new TablePdf.Words(
                text("prints.pickup.title", language),
                text("print.page", language),
                text("prints.pickup.teacher", language));
        return Privately.inline(
                TablePdf.upright(columns(language)).pdf(words, sections), MediaType.APPLICATION_PDF, "pickup.pdf");
    }

    private TablePdf.Section section(List<PrintsWaiting.Waiting> some, Locale language) {
        var rows = new ArrayList<List<String>>();
        for (var one : some) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    one.student().studentNumber(),
                    one.student().name(),
                    one.application().number(),
                    "",
                    ""));
        }
        var subtitle = texts.getMessage(
                "prints.pickup.subtitle", new Object[] {some.get(0).student().className(), rows.size()}, language);
        return new TablePdf.Section(subtitle, rows);
    }

    private List<Column> columns(Locale language) {
        return List.of(
                new Column(text("print.place", language), 32),
                new Column(text("field.STUDENT_NUMBER", language), 100),
                new Column(text("field.NAME", language), 100),
                new Column(text("office.head.number", language), 91),
                new Column(text("prints.pickup.day", language), 80),
                new Column(text("prints.pickup.signature", language), 120));
    }

    /** Whoever is ticked has signed; each is handed over by itself. */
    @PostMapping(PAGE)
    String handedOver(
            @RequestParam(defaultValue = "") List<String> numbers,
            @RequestParam(defaultValue = "") String classCode,
            @RequestParam(defaultValue = "false") boolean identityChecked,
            Principal user,
            Locale language,
            RedirectAttributes next) {
        if (numbers.isEmpty()) {
            throw Refusal.invalid("nobodyTicked");
        }
        if (numbers.size() > MOST) {
            throw Refusal.invalid("tooManyLines", MOST);
        }
        if (!identityChecked) {
            throw Refusal.invalid("identityNeeded");
        }
        var results = numbers.stream()
                .distinct()
                .map(number -> new Result(number, refusalOf(number, user.getName(), language)))
                .toList();
        next.addFlashAttribute(
                "results", results.stream().filter(one -> one.refusal() != null).toList());
        next.addFlashAttribute(
                "handedOver",
                results.stream().filter(one -> one.refusal() == null).count());
        next.addAttribute("classCode", classCode);
        return "redirect:" + PAGE;
    }

    private String refusalOf(String number, String by, Locale language) {
        try {
            tasks.complete(number, Step.HAND_OVER_PRINTS, by, Map.of("identityChecked", "true"));
            return null;
        } catch (Refusal refusal) {
            var key = refusal.key().equals("stepNotOpen") ? "refusal.printsHandedOver" : refusal.messageKey();
            return texts.getMessage(key, refusal.arguments(), language);
        }
    }

    private String text(String key, Locale language) {
        return texts.getMessage(key, null, language);
    }
}
