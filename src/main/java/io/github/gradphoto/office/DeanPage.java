package io.github.gradphoto.office;

import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import java.time.Clock;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The notice on one sheet of paper: figures, no names. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_dean')")
class DeanPage {

    private final Notices notices;
    private final Roster roster;
    private final Progress progress;
    private final Clock clock;

    DeanPage(Notices notices, Roster roster, Progress progress, Clock clock) {
        this.notices = notices;
        this.roster = roster;
        this.progress = progress;
        this.clock = clock;
    }

    @GetMapping("/office/dean")
    String page(Model model) {
        model.addAttribute("now", clock.instant());
        notices.current().ifPresent(notice -> {
            var students = progress.of(notice, roster.audienceOf(notice));
            model.addAttribute("notice", notice);
            model.addAttribute("daysLeft", notice.leftAt(clock.instant()).toDays());
            model.addAttribute("figures", Figures.of("", students));
            model.addAttribute("classes", Figures.perClass(students));
        });
        return "office/dean";
    }
}
