package io.github.gradphoto.notice;

import io.github.gradphoto.page.StudentPage;
import io.github.gradphoto.refusal.Refusal;
import java.util.Set;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The illustrated guides: three routes to the collection code, and how to take the photo. */
@StudentPage
class GuidePages {

    private static final Set<String> ROUTES = Set.of("code-web", "code-wechat", "code-app");

    private final Notices notices;

    GuidePages(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/guides/{route}")
    String route(@PathVariable String route, Model model) {
        if (!ROUTES.contains(route)) {
            throw Refusal.notFound("noGuide");
        }
        model.addAttribute("route", route);
        return "notice/guide-code";
    }

    @GetMapping("/guides/photo")
    String photo(Model model) {
        notices.current().ifPresent(notice -> model.addAttribute("notice", notice));
        return "notice/guide-photo";
    }

    @GetMapping("/privacy")
    String privacy() {
        return "notice/privacy";
    }
}
