package io.github.gradphoto.office;

import io.github.gradphoto.identity.StaffAccount;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.privacy.PhotoViews;
import io.github.gradphoto.privacy.PhotoViews.Question;
import io.github.gradphoto.privacy.PhotoViews.View;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 照片查看记录: who saw which photo, asked by student or by member of staff. That somebody asked is recorded as well. */
@OfficePage
@PreAuthorize("hasAnyAuthority('GROUP_registrar', 'GROUP_camunda-admin')")
class PhotoViewsPage {

    private static final int MOST_PEOPLE = 20;
    private static final int LONGEST = 40;

    private final PhotoViews views;
    private final Roster roster;
    private final StaffAccounts accounts;
    private final AuditLog audit;
    private final OfficeFormat format;
    private final MessageSource texts;

    PhotoViewsPage(
            PhotoViews views,
            Roster roster,
            StaffAccounts accounts,
            AuditLog audit,
            OfficeFormat format,
            MessageSource texts) {
        this.views = views;
        this.roster = roster;
        this.accounts = accounts;
        this.audit = audit;
        this.format = format;
        this.texts = texts;
    }

    @GetMapping("/office/privacy/views")
    String page(
            @RequestParam(defaultValue = "") String viewer,
            @RequestParam(required = false) Long student,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(required = false) Long before,
            Principal user,
            Model model) {
        var question = question(viewer, student, from, until);
        var page = views.page(question, before);
        record(user, "photo-views-read", question, before);
        model.addAttribute("page", page);
        model.addAttribute("first", before == null);
        model.addAttribute("question", question);
        model.addAttribute("asked", student == null ? null : roster.byId(student));
        describe(page.views(), model);
        return "office/photo-views";
    }

    /** What was typed has no place in an address; a student is asked for by the row of the roster. */
    @PostMapping("/office/privacy/views/student")
    String find(@RequestParam(defaultValue = "") String typed, Model model) {
        var key = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
        if (key.codePointCount(0, key.length()) < 2) {
            throw Refusal.invalid("searchTooShort");
        }
        if (key.length() > LONGEST) {
            throw Refusal.invalid("textTooLong", LONGEST);
        }
        var found = key.codePoints().noneMatch(Character::isDigit)
                ? roster.byPartOfName(key, MOST_PEOPLE)
                : roster.byAnyNumber(key, MOST_PEOPLE);
        if (found.size() == 1) {
            return "redirect:/office/privacy/views?student=" + found.get(0).id();
        }
        if (found.isEmpty()) {
            throw Refusal.notFound("noStudent");
        }
        model.addAttribute("people", found);
        return "office/photo-views-people";
    }

    @GetMapping("/office/privacy/views.csv")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") String viewer,
            @RequestParam(required = false) Long student,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            Principal user) {
        var question = question(viewer, student, from, until);
        var found = views.all(question);
        record(user, "photo-views-exported", question, null);
        var students = students(found);
        var names = names();
        return CsvFile.download(
                "photo-views.csv",
                List.of(
                        text("views.at"),
                        text("views.viewer"),
                        text("views.viewerName"),
                        text("office.class.number"),
                        text("office.class.name"),
                        text("office.head.number"),
                        text("views.picture"),
                        text("views.purpose")),
                found.stream().map(view -> row(view, students, names)).toList());
    }

    private List<String> row(View view, Map<Long, Student> students, Map<String, String> names) {
        var student = students.get(view.student());
        return List.of(
                format.second(view.at()),
                view.viewer(),
                names.getOrDefault(view.viewer(), isOwn(view, student) ? text("views.own") : ""),
                student == null ? "" : student.studentNumber(),
                student == null ? "" : student.name(),
                view.number() == null ? "" : view.number(),
                text("views.kind." + view.kind()) + (view.attempt() == 0 ? "" : " " + view.attempt()),
                purpose(view.purpose()));
    }

    private static boolean isOwn(View view, Student student) {
        return student != null && student.studentNumber().equals(view.viewer());
    }

    private static Question question(String viewer, Long student, LocalDate from, LocalDate until) {
        if (viewer.length() > LONGEST) {
            throw Refusal.invalid("textTooLong", LONGEST);
        }
        if (from != null && until != null && until.isBefore(from)) {
            throw Refusal.invalid("daysReversed");
        }
        return new Question(viewer.strip(), student, from, until);
    }

    private void record(Principal user, String action, Question question, Long before) {
        var details = new ArrayList<String>();
        if (!question.viewer().isEmpty()) {
            details.add("viewer " + known(question.viewer()));
        }
        if (before != null) {
            details.add("before " + before);
        }
        audit.record(
                user.getName(),
                action,
                question.student() == null ? "photo-views" : "student-" + question.student(),
                details.isEmpty() ? null : String.join(", ", details));
    }

    /** The record stays for long: of a student it has the row alone, and nothing of what else was typed. */
    private String known(String viewer) {
        if (accounts.exists(viewer)) {
            return viewer;
        }
        var student = roster.byNumbers(Set.of(viewer)).get(viewer);
        return student == null ? "unknown" : "student-" + student.id();
    }

    private void describe(List<View> shown, Model model) {
        model.addAttribute("students", students(shown));
        model.addAttribute("names", names());
        model.addAttribute(
                "purposes",
                shown.stream().map(View::purpose).distinct().collect(Collectors.toMap(p -> p, this::purpose)));
    }

    private Map<Long, Student> students(List<View> shown) {
        return roster.byIds(shown.stream()
                .map(View::student)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private Map<String, String> names() {
        return accounts.all().stream().collect(Collectors.toMap(StaffAccount::username, StaffAccount::displayName));
    }

    /** Pictures shown for a task are noted with its step, others with a word of their own. */
    private String purpose(String purpose) {
        var locale = LocaleContextHolder.getLocale();
        return texts.getMessage(
                "views.purpose." + purpose, null, texts.getMessage("step." + purpose, null, purpose, locale), locale);
    }

    private String text(String key) {
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
