package io.github.gradphoto.office;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.page.Upload;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.registration.FinishedPictures;
import io.github.gradphoto.registration.RegistrationRuns;
import io.github.gradphoto.registration.RegistryList;
import io.github.gradphoto.registration.RunItem;
import io.github.gradphoto.registration.UnitResults;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One run: what came back is looked at, accepted, watched; and what became of each case is told, also as a file. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_registrar')")
class RegistrationRunPage {

    private static final String RUN = "redirect:/office/registration/runs/";

    /** Lines that a page shows, those to look at first; all of them are in the file to download. */
    private static final int SHOWN = 300;

    private static final int AT_ONCE = 500;

    private final RegistrationRuns runs;
    private final UnitResults results;
    private final FinishedPictures pictures;
    private final RegistryList comparisons;
    private final Applications applications;
    private final Roster roster;
    private final AuditLog audit;
    private final MessageSource texts;

    RegistrationRunPage(
            RegistrationRuns runs,
            UnitResults results,
            FinishedPictures pictures,
            RegistryList comparisons,
            Applications applications,
            Roster roster,
            AuditLog audit,
            MessageSource texts) {
        this.runs = runs;
        this.results = results;
        this.pictures = pictures;
        this.comparisons = comparisons;
        this.applications = applications;
        this.roster = roster;
        this.audit = audit;
        this.texts = texts;
    }

    @PostMapping("/office/registration/results")
    String results(@RequestParam(required = false) MultipartFile list, Principal user) throws IOException {
        return RUN + results.upload(given(list), user.getName());
    }

    @PostMapping("/office/registration/comparisons")
    String comparisons(@RequestParam(required = false) MultipartFile list, Principal user) throws IOException {
        return RUN + comparisons.upload(given(list), user.getName());
    }

    private static byte[] given(MultipartFile list) throws IOException {
        if (!Upload.isGiven(list)) {
            throw Refusal.invalid("listNeeded");
        }
        return list.getBytes();
    }

    @PostMapping("/office/registration/pictures")
    String pictures(@RequestParam(required = false) MultipartFile zip, Principal user) throws IOException {
        if (!Upload.isGiven(zip)) {
            throw Refusal.invalid("zipNeeded");
        }
        // a ZIP is read from its end; the copy is gone when the answer is written
        var copy = Files.createTempFile("gradphoto-", ".zip");
        try {
            zip.transferTo(copy);
            return RUN + pictures.upload(copy, user.getName());
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Loads itself anew until all is done. */
    @GetMapping("/office/registration/runs/{id}")
    @PreAuthorize("hasAnyAuthority('GROUP_registrar', 'GROUP_head-reviewer')")
    String page(@PathVariable long id, Authentication user, Model model, HttpServletResponse response) {
        var run = runs.byId(id, user.getName());
        if (run.isAccepted() && !run.isFinished()) {
            response.setHeader("Refresh", "2");
        }
        var counts = runs.counts(id);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int waiting = counts.getOrDefault(RunItem.State.WAITING, 0);
        var shown = runs.items(id, SHOWN);
        model.addAttribute("run", run);
        model.addAttribute("counts", counts);
        model.addAttribute("all", all);
        model.addAttribute("waiting", waiting);
        model.addAttribute("percent", all == 0 ? 100 : 100 * (all - waiting) / all);
        model.addAttribute("items", shown);
        model.addAttribute("shown", SHOWN);
        model.addAttribute("students", students(shown));
        model.addAttribute("labelled", !run.kind().namesKeys() || mayKnowKeys(user));
        return "office/registration-run";
    }

    /** Who is behind a key, only those may read who may have the list of keys. */
    private static boolean mayKnowKeys(Authentication user) {
        return AuthorityUtils.authorityListToSet(user.getAuthorities()).contains(StaffGroup.REGISTRAR.authority());
    }

    /** By application. */
    private Map<Long, Student> students(List<RunItem> items) {
        var ids = items.stream()
                .map(RunItem::applicationId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var owners = new HashMap<Long, Long>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            applications
                    .byIds(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .forEach(application -> owners.put(application.id(), application.studentId()));
        }
        var known = roster.byIds(List.copyOf(owners.values()));
        var students = new HashMap<Long, Student>();
        owners.forEach((application, student) -> students.put(application, known.get(student)));
        return students;
    }

    @PostMapping("/office/registration/runs/{id}/accept")
    String accept(@PathVariable long id, Principal user) {
        runs.accept(id, user.getName());
        return RUN + id;
    }

    @PostMapping("/office/registration/runs/{id}/discard")
    String discard(@PathVariable long id, Principal user) {
        runs.discard(id, user.getName());
        return "redirect:/office/registration";
    }

    /** What became of each line. With keys beside names it is as good as the list of keys, so each reading is recorded. */
    @GetMapping("/office/registration/runs/{id}/results.csv")
    ResponseEntity<byte[]> report(@PathVariable long id, Principal user) {
        var run = runs.byId(id, user.getName());
        var items = runs.items(id);
        var students = students(items);
        var rows = new ArrayList<List<String>>();
        for (var item : items) {
            var student = students.get(item.applicationId());
            rows.add(List.of(
                    Integer.toString(item.line()),
                    item.label(),
                    item.applicationNumber() == null ? "" : item.applicationNumber(),
                    student == null ? "" : student.studentNumber(),
                    student == null ? "" : student.name(),
                    item.outcome() == null ? "" : text("reg.outcome." + item.outcome()),
                    text("reg.state." + item.state()),
                    reason(item)));
        }
        audit.record(user.getName(), "registration-results", "run-" + run.id(), Integer.toString(rows.size()));
        return CsvFile.download(
                "registration-run-" + run.id() + ".csv",
                List.of(
                        text("office.list.line"),
                        text("reg.label." + run.kind()),
                        text("reg.number"),
                        text("field.STUDENT_NUMBER"),
                        text("field.NAME"),
                        text("reg.outcome"),
                        text("office.list.effect"),
                        text("reg.reason")),
                rows);
    }

    private String reason(RunItem item) {
        if (item.reason() == null) {
            return "";
        }
        return text((item.state() == RunItem.State.BAD ? "reg.fault." : "refusal.") + item.reason());
    }

    private String text(String key) {
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
