package io.github.gradphoto.notice;

import io.github.gradphoto.page.StudentPage;
import java.time.Clock;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The notice, as everybody may read it, with the time that is left. */
@StudentPage
class NoticePage {

    private final Notices notices;
    private final Attachments attachments;
    private final Clock clock;

    NoticePage(Notices notices, Attachments attachments, Clock clock) {
        this.notices = notices;
        this.attachments = attachments;
        this.clock = clock;
    }

    @GetMapping("/")
    String show(Model model) {
        var now = clock.instant();
        notices.current().ifPresent(notice -> {
            model.addAttribute("notice", notice);
            model.addAttribute("attachments", attachments.of(notice.id()));
            model.addAttribute("left", notice.leftAt(now));
            model.addAttribute("open", notice.isOpenAt(now));
            model.addAttribute("upcoming", now.isBefore(notice.opensAt()));
        });
        return "notice/notice";
    }
}
