package io.github.gradphoto.office;

import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.progress.BurnUp;
import io.github.gradphoto.progress.CaseRow;
import io.github.gradphoto.progress.Forecast;
import io.github.gradphoto.progress.Forecasts;
import io.github.gradphoto.progress.Funnel;
import io.github.gradphoto.progress.GroupFigures;
import io.github.gradphoto.progress.ProgressFilter;
import io.github.gradphoto.progress.ProgressReminders;
import io.github.gradphoto.progress.ProgressRows;
import io.github.gradphoto.progress.Standing;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** 采集进度: figures, charts and the list of those who have not, with a reminder to the chosen. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_registrar')")
class ProgressPage {

    private static final int PER_PAGE = 50;

    /** What the address of a list says. */
    record Asked(
            Long notice,
            String department,
            String schoolClass,
            String step,
            String standing,
            String forecast,
            Boolean late,
            Integer page) {

        Asked {
            late = Boolean.TRUE.equals(late);
            page = page == null ? 1 : Math.max(1, page);
        }

        ProgressFilter filter() {
            return ProgressFilter.of(department, schoolClass, step, standing, forecast, late);
        }

        /** Of the same list; {@code th:href} takes it as it is. */
        public String address(int otherPage) {
            return "/office/progress?" + query() + "&page=" + otherPage;
        }

        public String query() {
            var query = UriComponentsBuilder.newInstance();
            if (notice != null) {
                query.queryParam("notice", notice);
            }
            Map.of(
                            "department", text(department),
                            "schoolClass", text(schoolClass),
                            "step", text(step),
                            "standing", text(standing),
                            "forecast", text(forecast))
                    .entrySet()
                    .stream()
                    .filter(asked -> !asked.getValue().isEmpty())
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(asked -> query.queryParam(asked.getKey(), asked.getValue()));
            if (late) {
                query.queryParam("late", "true");
            }
            return query.encode().build().toUriString().replaceFirst("^\\?", "");
        }

        private static String text(String value) {
            return value == null ? "" : value;
        }
    }

    /** A line of the list. */
    record Line(CaseRow row, boolean late, Forecast forecast) {}

    private final Notices notices;
    private final ProgressRows rows;
    private final Forecasts forecasts;
    private final ProgressReminders reminders;
    private final OfficeFormat format;
    private final MessageSource texts;
    private final Clock clock;

    ProgressPage(
            Notices notices,
            ProgressRows rows,
            Forecasts forecasts,
            ProgressReminders reminders,
            OfficeFormat format,
            MessageSource texts,
            Clock clock) {
        this.notices = notices;
        this.rows = rows;
        this.forecasts = forecasts;
        this.reminders = reminders;
        this.format = format;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/office/progress")
    String page(Asked asked, Model model) {
        var now = clock.instant();
        var filter = asked.filter();
        var published = notices.published();
        model.addAttribute("asked", asked);
        model.addAttribute("notices", published);
        notice(asked, published).ifPresent(notice -> {
            var all = rows.of(notice);
            var lock = forecasts.lock(notice);
            var listed = listed(all, filter, lock, now);
            int pages = Math.max(1, (listed.size() + PER_PAGE - 1) / PER_PAGE);
            int from = (Math.min(asked.page(), pages) - 1) * PER_PAGE;
            model.addAttribute("notice", notice);
            model.addAttribute("daysLeft", notice.leftAt(now).toDays());
            model.addAttribute("lock", lock);
            model.addAttribute("total", GroupFigures.of("", "", all, now));
            figures(all, filter, now, model);
            model.addAttribute("funnel", Funnel.of(scope(all, filter)));
            model.addAttribute("burnUp", BurnUp.of(scope(all, filter), notice, now));
            model.addAttribute("found", listed.size());
            model.addAttribute("page", Math.min(asked.page(), pages));
            model.addAttribute("pages", pages);
            model.addAttribute(
                    "lines",
                    listed.subList(from, Math.min(listed.size(), from + PER_PAGE)).stream()
                            .map(row -> new Line(row, row.isLate(now), forecasts.of(row, lock, now)))
                            .toList());
        });
        return "office/progress";
    }

    private Optional<Notice> notice(Asked asked, List<Notice> published) {
        if (asked.notice() == null) {
            return published.stream().findFirst();
        }
        return Optional.of(published.stream()
                .filter(notice -> notice.id().equals(asked.notice()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("noNotice")));
    }

    private List<CaseRow> listed(List<CaseRow> all, ProgressFilter filter, LocalDate lock, Instant now) {
        return all.stream()
                .filter(row -> filter.shows(row, now, asked -> forecasts.of(asked, lock, now)))
                .toList();
    }

    /** The department and class that the reader looks at; the charts show all of it. */
    private static List<CaseRow> scope(List<CaseRow> all, ProgressFilter filter) {
        return all.stream()
                .filter(row ->
                        filter.department() == null || filter.department().equals(row.department()))
                .filter(row ->
                        filter.schoolClass() == null || filter.schoolClass().equals(row.classCode()))
                .toList();
    }

    private static void figures(List<CaseRow> all, ProgressFilter filter, Instant now, Model model) {
        var departments = GroupFigures.each(all, CaseRow::department, CaseRow::department, now);
        var within = all.stream()
                .filter(row ->
                        filter.department() == null || filter.department().equals(row.department()))
                .toList();
        model.addAttribute("departments", departments);
        model.addAttribute("classes", GroupFigures.each(within, CaseRow::classCode, CaseRow::className, now));
        var perStep = new EnumMap<Step, Integer>(Step.class);
        scope(all, filter).stream()
                .flatMap(row -> row.steps().stream().map(OpenStep::step).distinct())
                .forEach(step -> perStep.merge(step, 1, Integer::sum));
        model.addAttribute("perStep", perStep);
        model.addAttribute(
                "notApplied",
                scope(all, filter).stream()
                        .filter(row -> !row.isApplied() && row.standing().isDue())
                        .count());
        model.addAttribute("steps", perStep.isEmpty() ? EnumSet.noneOf(Step.class) : perStep.keySet());
        model.addAttribute("standings", Standing.values());
        model.addAttribute("verdicts", Forecast.Verdict.values());
    }

    /** The list as a file that Excel opens, without ID numbers and contacts. */
    @GetMapping("/office/progress/students.csv")
    ResponseEntity<byte[]> export(Asked asked) {
        var now = clock.instant();
        var notice = notice(asked, notices.published()).orElseThrow(() -> Refusal.notFound("noNotice"));
        var lock = forecasts.lock(notice);
        var lines = listed(rows.of(notice), asked.filter(), lock, now).stream()
                .map(row -> cells(row, forecasts.of(row, lock, now), now))
                .toList();
        return CsvFile.download(
                "progress.csv",
                List.of(
                        text("field.STUDENT_NUMBER"),
                        text("field.NAME"),
                        text("roster.field.DEPARTMENT"),
                        text("roster.field.CLASS_NAME"),
                        text("progress.standing"),
                        text("office.class.step"),
                        text("office.class.since"),
                        text("office.class.due"),
                        text("progress.late"),
                        text("progress.forecast"),
                        text("progress.expected")),
                lines);
    }

    private List<String> cells(CaseRow row, Forecast forecast, Instant now) {
        return List.of(
                row.studentNumber(),
                row.name(),
                row.department(),
                row.className(),
                text("progress.standing." + row.standing()),
                row.step() != null ? text("step." + row.step()) : row.isApplied() ? "" : text("progress.apply"),
                row.since() == null ? "" : format.day(row.since()),
                row.due() == null ? "" : format.day(row.due()),
                row.isLate(now) ? text("office.yes") : text("office.no"),
                text("progress.forecast." + forecast.verdict()),
                forecast.expected() == null ? "" : forecast.expected().toString());
    }

    private String text(String key) {
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    /** @param all the whole list, not only those that were ticked */
    @PostMapping("/office/progress/remind")
    String remind(
            Asked asked,
            @RequestParam(required = false) Set<Long> student,
            @RequestParam(defaultValue = "false") boolean all,
            Principal user,
            RedirectAttributes next) {
        if (!all && (student == null || student.isEmpty())) {
            throw Refusal.invalid("nobodyTicked");
        }
        var now = clock.instant();
        var notice = notice(asked, notices.published()).orElseThrow(() -> Refusal.notFound("noNotice"));
        var chosen = listed(rows.of(notice), asked.filter(), forecasts.lock(notice), now).stream()
                .filter(row -> all || student.contains(row.studentId()))
                .collect(Collectors.toList());
        next.addFlashAttribute("reminded", reminders.remind(notice, chosen, user.getName()));
        return "redirect:" + asked.address(asked.page());
    }
}
