package io.github.gradphoto.office;

import io.github.gradphoto.prints.BagLabels;
import io.github.gradphoto.prints.BagLabels.BagLabel;
import io.github.gradphoto.prints.PrintRunMember;
import io.github.gradphoto.prints.PrintRuns;
import io.github.gradphoto.prints.TablePdf;
import io.github.gradphoto.prints.TablePdf.Column;
import io.github.gradphoto.privacy.AuditLog;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One run of prints: its files to print, and the report that it is printed. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_mailroom')")
class PrintRunPage {

    /** @param text what became of it, in the reader's language */
    record Answer(int place, String number, String state, String text) {}

    /**
     * @param done    reported or void
     * @param printed reported by this run
     * @param left    how many are still open
     * @param next    place of the last that was tried
     */
    record Progress(List<Answer> answers, int done, int printed, int size, int left, int next) {}

    private static final String PAGE = "redirect:/office/prints/runs/";
    /** Tasks that one request completes in a few seconds. */
    private static final int PART = 20;

    private final PrintRuns runs;
    private final AuditLog audit;
    private final MessageSource texts;
    private final BagLabels labels = new BagLabels();

    PrintRunPage(PrintRuns runs, AuditLog audit, MessageSource texts) {
        this.runs = runs;
        this.audit = audit;
        this.texts = texts;
    }

    @GetMapping("/office/prints/runs/{id:\\d{1,18}}")
    String page(@PathVariable long id, Model model) {
        model.addAttribute("run", runs.byId(id));
        model.addAttribute("members", runs.members(id));
        return "office/print-run";
    }

    /** @param from place of the first sheet */
    @GetMapping("/office/prints/runs/{id:\\d{1,18}}/sheets.pdf")
    ResponseEntity<byte[]> sheets(@PathVariable long id, @RequestParam(defaultValue = "1") int from, Principal user) {
        return pdf(runs.sheets(id, from, user.getName()), "prints-" + id);
    }

    @GetMapping("/office/prints/runs/{id:\\d{1,18}}/labels.pdf")
    ResponseEntity<byte[]> labels(
            @PathVariable long id, @RequestParam(defaultValue = "1") int from, Principal user, Locale language) {
        var members = runs.onPaper(id, from);
        audit.record(user.getName(), "print-labels-downloaded", "print-run-" + id, Integer.toString(members.size()));
        return pdf(labels.pdf(members.stream().map(one -> label(one, language)).toList()), "labels-" + id);
    }

    private BagLabel label(PrintRunMember one, Locale language) {
        return new BagLabel(
                one.label().name(),
                one.label().className() + "　" + one.label().studentNumber(),
                one.place() + "　" + text("office.print.method." + one.method(), language),
                one.bagCode());
    }

    @GetMapping("/office/prints/runs/{id:\\d{1,18}}/packing-list.pdf")
    ResponseEntity<byte[]> packingList(@PathVariable long id, Principal user, Locale language) {
        var run = runs.byId(id);
        var rows = new ArrayList<List<String>>();
        for (var one : runs.onPaper(id, 1)) {
            rows.add(List.of(
                    Integer.toString(one.place()),
                    one.label().className(),
                    one.label().studentNumber(),
                    one.label().name(),
                    text("office.print.method." + one.method(), language),
                    one.bagCode(),
                    "□"));
        }
        audit.record(user.getName(), "packing-list-downloaded", "print-run-" + id, Integer.toString(rows.size()));
        var subtitle = texts.getMessage(
                "prints.packing.subtitle",
                new Object[] {
                    String.valueOf(run.id()), rows.size(), run.layout().paper()
                },
                language);
        var words = new TablePdf.Words(
                text("prints.packing.title", language),
                text("print.page", language),
                text("prints.packing.signature", language));
        return pdf(
                TablePdf.upright(columns(language)).pdf(words, List.of(new TablePdf.Section(subtitle, rows))),
                "packing-list-" + id);
    }

    private List<Column> columns(Locale language) {
        return List.of(
                new Column(text("print.place", language), 32),
                new Column(text("office.head.class", language), 120),
                new Column(text("field.STUDENT_NUMBER", language), 92),
                new Column(text("field.NAME", language), 84),
                new Column(text("office.print.method", language), 68),
                new Column(text("prints.bag", language), 95),
                new Column(text("prints.packing.packed", language), 32));
    }

    /** The next part, for the page's own script, which shows how far it is and sends the next until none is answered. */
    @PostMapping(path = "/office/prints/runs/{id:\\d{1,18}}/printed", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Progress printedPart(
            @PathVariable long id, @RequestParam(defaultValue = "0") int after, Principal user, Locale language) {
        var answers = answers(runs.printed(id, after, PART, user.getName()), language);
        var run = runs.byId(id);
        int next = answers.isEmpty() ? after : answers.get(answers.size() - 1).place();
        return new Progress(answers, run.size() - run.open(), run.printed(), run.size(), run.open(), next);
    }

    /** All of them, without scripts. */
    @PostMapping(path = "/office/prints/runs/{id:\\d{1,18}}/printed", produces = MediaType.TEXT_HTML_VALUE)
    String printed(@PathVariable long id, Principal user, Locale language, RedirectAttributes next) {
        var answers = answers(runs.printed(id, 0, PrintRuns.MOST, user.getName()), language);
        next.addFlashAttribute("answers", answers);
        return PAGE + id;
    }

    private List<Answer> answers(List<PrintRuns.Result> results, Locale language) {
        return results.stream()
                .map(one -> new Answer(
                        one.member().place(),
                        one.member().number(),
                        one.state().name(),
                        one.refusal() == null
                                ? text("prints.state." + one.state(), language)
                                : texts.getMessage(
                                        one.refusal().messageKey(),
                                        one.refusal().arguments(),
                                        language)))
                .toList();
    }

    @PostMapping("/office/prints/runs/{id:\\d{1,18}}/release")
    String release(@PathVariable long id, Principal user, RedirectAttributes next) {
        next.addFlashAttribute("released", runs.release(id, user.getName()));
        return PAGE + id;
    }

    private static ResponseEntity<byte[]> pdf(byte[] content, String name) {
        return Privately.inline(content, MediaType.APPLICATION_PDF, name + ".pdf");
    }

    private String text(String key, Locale language) {
        return texts.getMessage(key, null, language);
    }
}
