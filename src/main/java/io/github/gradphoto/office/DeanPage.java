package io.github.gradphoto.office;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.payment.FeeTotals;
import io.github.gradphoto.payment.Payments;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A notice on one sheet of paper: figures, no names. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_dean')")
class DeanPage {

    /** More rows than this would not fit on the sheet. */
    private static final int MOST_CLASSES = 24;

    private final Notices notices;
    private final Roster roster;
    private final Progress progress;
    private final Payments payments;
    private final Clock clock;

    DeanPage(Notices notices, Roster roster, Progress progress, Payments payments, Clock clock) {
        this.notices = notices;
        this.roster = roster;
        this.progress = progress;
        this.payments = payments;
        this.clock = clock;
    }

    @GetMapping("/office/dean")
    String page(@RequestParam(required = false) Long notice, Model model) {
        var published = notices.published();
        model.addAttribute("now", clock.instant());
        model.addAttribute("notices", published);
        model.addAttribute(
                "toSign",
                notices.all().stream()
                        .filter(one -> one.state() == Notice.State.SUBMITTED)
                        .toList());
        chosen(published, notice).ifPresent(one -> describe(one, model));
        return "office/dean";
    }

    private Optional<Notice> chosen(List<Notice> published, Long id) {
        return published.stream().filter(one -> one.id().equals(id)).findFirst().or(notices::current);
    }

    private void describe(Notice notice, Model model) {
        var students = progress.of(notice, roster.audienceOf(notice));
        var figures = Figures.of("", students);
        var classes = Figures.perClass(students);
        model.addAttribute("notice", notice);
        model.addAttribute("daysLeft", notice.leftAt(clock.instant()).toDays());
        model.addAttribute("figures", figures);
        model.addAttribute("byDepartment", classes.size() > MOST_CLASSES);
        model.addAttribute("classes", classes.size() > MOST_CLASSES ? Figures.perDepartment(students) : classes);
        model.addAttribute(
                "burnUp",
                BurnUp.of(
                        notice,
                        students.stream()
                                .map(StudentProgress::application)
                                .filter(Objects::nonNull)
                                .map(Application::submittedAt)
                                .toList(),
                        figures.total(),
                        clock.instant()));
        FeeTotals fees = payments.totals(notice.id());
        model.addAttribute("fees", fees);
    }
}
