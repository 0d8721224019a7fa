package io.github.gradphoto.office;

import io.github.gradphoto.application.StaffTasks;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.progress.GroupFigures;
import io.github.gradphoto.progress.ProgressRows;
import java.security.Principal;
import java.time.Clock;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where staff begin: who I am, what waits, and the ways from here. */
@OfficePage
class HomePage {

    private final StaffAccounts accounts;
    private final StaffTasks tasks;
    private final Notices notices;
    private final ProgressRows progress;
    private final Clock clock;

    HomePage(StaffAccounts accounts, StaffTasks tasks, Notices notices, ProgressRows progress, Clock clock) {
        this.accounts = accounts;
        this.tasks = tasks;
        this.notices = notices;
        this.progress = progress;
        this.clock = clock;
    }

    @GetMapping("/office")
    String home(Principal user, Model model) {
        var groups = accounts.groupsOf(user.getName());
        model.addAttribute("displayName", accounts.displayName(user.getName()));
        model.addAttribute("groups", groups.stream().sorted().toList());
        model.addAttribute("tasks", tasks.countMine());
        model.addAttribute("works", groups.stream().anyMatch(HomePage::hasTasks));
        notices.current().ifPresent(notice -> {
            model.addAttribute("notice", notice);
            model.addAttribute("daysLeft", notice.leftAt(clock.instant()).toDays());
            model.addAttribute("figures", GroupFigures.of("", "", progress.of(notice), clock.instant()));
        });
        return "office/home";
    }

    private static boolean hasTasks(StaffGroup group) {
        return group != StaffGroup.CLASS_TEACHER && group != StaffGroup.DEAN && group != StaffGroup.ADMINISTRATOR;
    }
}
