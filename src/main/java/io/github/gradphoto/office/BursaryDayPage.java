package io.github.gradphoto.office;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.payment.BursaryDays;
import io.github.gradphoto.payment.BursaryDays.By;
import io.github.gradphoto.payment.BursaryDays.Day;
import io.github.gradphoto.payment.DaySum;
import io.github.gradphoto.payment.Yuan;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 日结: a day's money by its way and by notice, beside the days around it, on the page and as a file. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_bursar')")
class BursaryDayPage {

    /** No database knows days much farther away. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final int DAYS = 14;
    private static final int HIGHEST = 120;
    private static final int WIDEST = 360;
    private static final int PITCH = 44;

    /** @param width of its bar, in units of the drawing */
    record Line(String name, int count, long cents, int width) {}

    /** One day of the drawing, in its units. */
    record Column(Day day, int x, int in, int out, boolean chosen) {}

    private final BursaryDays days;
    private final OfficeFormat format;
    private final MessageSource texts;
    private final AuditLog audit;
    private final Clock clock;

    BursaryDayPage(BursaryDays days, OfficeFormat format, MessageSource texts, AuditLog audit, Clock clock) {
        this.days = days;
        this.format = format;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/office/payments/day")
    String page(
            @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "RECORDED") By by, Model model) {
        var chosen = day(day);
        var today = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
        var last =
                chosen.plusDays(DAYS / 2).isAfter(today) && !chosen.isAfter(today) ? today : chosen.plusDays(DAYS / 2);
        var sums = days.of(chosen, by);
        model.addAttribute("day", chosen);
        model.addAttribute("by", by);
        model.addAttribute("ways", By.values());
        model.addAttribute("sums", sums);
        model.addAttribute("in", total(sums, false));
        model.addAttribute("out", total(sums, true));
        model.addAttribute("kinds", kinds(sums));
        model.addAttribute("notices", notices(sums));
        model.addAttribute("columns", columns(days.between(last.minusDays(DAYS - 1L), last, by), chosen));
        return "office/payments-day";
    }

    private LocalDate day(String typed) {
        try {
            var day = typed.isEmpty() ? LocalDate.ofInstant(clock.instant(), Deadlines.ZONE) : LocalDate.parse(typed);
            if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
                throw Refusal.invalid("dayInvalid");
            }
            return day;
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("dayInvalid");
        }
    }

    private static long total(List<DaySum> sums, boolean out) {
        return sums.stream()
                .filter(sum -> sum.kind().isOut() == out)
                .mapToLong(DaySum::cents)
                .sum();
    }

    private List<Line> kinds(List<DaySum> sums) {
        var groups = new LinkedHashMap<String, List<DaySum>>();
        Arrays.stream(DaySum.Kind.values())
                .forEach(kind -> groups.put(
                        text("bursary.kind." + kind),
                        sums.stream().filter(sum -> sum.kind() == kind).toList()));
        return lines(groups);
    }

    /** What came in; nobody's money is a line of its own. */
    private List<Line> notices(List<DaySum> sums) {
        var groups = new LinkedHashMap<String, List<DaySum>>();
        sums.stream()
                .filter(sum -> !sum.kind().isOut())
                .forEach(sum -> groups.computeIfAbsent(
                                sum.notice() == null ? text("bursary.nobody") : sum.notice(),
                                notice -> new ArrayList<>())
                        .add(sum));
        return lines(groups);
    }

    private static List<Line> lines(Map<String, List<DaySum>> groups) {
        long most = groups.values().stream()
                .mapToLong(group -> group.stream().mapToLong(DaySum::cents).sum())
                .max()
                .orElse(0);
        return groups.entrySet().stream()
                .map(group -> {
                    long cents =
                            group.getValue().stream().mapToLong(DaySum::cents).sum();
                    return new Line(group.getKey(), group.getValue().size(), cents, share(cents, most, WIDEST));
                })
                .toList();
    }

    private static int share(long part, long most, int size) {
        return most == 0 ? 0 : (int) Math.ceil((double) size * part / most);
    }

    private static List<Column> columns(List<Day> days, LocalDate chosen) {
        long most = days.stream()
                .mapToLong(day -> Math.max(day.inCents(), day.outCents()))
                .max()
                .orElse(0);
        var columns = new ArrayList<Column>();
        for (var day : days) {
            columns.add(new Column(
                    day,
                    columns.size() * PITCH,
                    share(day.inCents(), most, HIGHEST),
                    share(day.outCents(), most, HIGHEST),
                    day.day().equals(chosen)));
        }
        return columns;
    }

    /** Every sum of the day, for the accounts. */
    @GetMapping("/office/payments/day.csv")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "RECORDED") By by,
            Principal user) {
        var chosen = day(day);
        var sums = days.of(chosen, by);
        audit.record(user.getName(), "bursary-day", "day-" + chosen, Integer.toString(sums.size()));
        return CsvFile.download(
                "payments-" + chosen + ".csv",
                List.of(
                        text("bursary.kind"),
                        text("bursary.in"),
                        text("bursary.out"),
                        text("office.payments.transaction"),
                        text("office.pay.valueDate"),
                        text("office.payments.recorded"),
                        text("bursary.by"),
                        text("field.STUDENT_NUMBER"),
                        text("bursary.notice"),
                        text("office.list.effect")),
                sums.stream().map(this::cells).toList());
    }

    private List<String> cells(DaySum sum) {
        var amount = Yuan.text(sum.cents());
        return List.of(
                text("bursary.kind." + sum.kind()),
                sum.kind().isOut() ? "" : amount,
                sum.kind().isOut() ? amount : "",
                sum.transaction() == null ? "" : sum.transaction(),
                sum.valueDate() == null ? "" : sum.valueDate().toString(),
                format.minute(sum.recordedAt()),
                sum.recordedBy() == null ? "" : sum.recordedBy(),
                sum.studentNumber() == null ? "" : sum.studentNumber(),
                sum.notice() == null ? "" : sum.notice(),
                sum.state() == null ? "" : text("office.money.state." + sum.state()));
    }

    private String text(String key) {
        return texts.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
