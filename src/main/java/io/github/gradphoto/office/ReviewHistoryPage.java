package io.github.gradphoto.office;

import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.review.Review;
import io.github.gradphoto.review.ReviewEntry;
import io.github.gradphoto.review.ReviewRecord;
import java.util.EnumSet;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 审核记录: reviewers see their own decisions, the head reviewer everybody's; so a second look stays blind. */
@OfficePage
@PreAuthorize("hasAnyAuthority('GROUP_reviewer', 'GROUP_head-reviewer')")
class ReviewHistoryPage {

    private final ReviewRecord history;
    private final Roster roster;

    ReviewHistoryPage(ReviewRecord history, Roster roster) {
        this.history = history;
        this.roster = roster;
    }

    @GetMapping("/office/review/history")
    String page(
            @RequestParam(defaultValue = "") String reviewer,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) Review.Decision decision,
            @RequestParam(required = false) Long before,
            Authentication user,
            Model model) {
        boolean head = ReviewReaders.isHead(user);
        var page = history.page(
                head ? reviewer : user.getName(),
                number.strip(),
                decision == null ? EnumSet.allOf(Review.Decision.class) : EnumSet.of(decision),
                before);
        model.addAttribute("page", page);
        model.addAttribute("first", before == null);
        model.addAttribute("head", head);
        model.addAttribute("reviewers", head ? history.reviewers() : List.of());
        model.addAttribute("reviewer", reviewer);
        model.addAttribute("number", number.strip());
        model.addAttribute("decision", decision);
        model.addAttribute("decisions", Review.Decision.values());
        model.addAttribute(
                "students",
                roster.byIds(page.entries().stream().map(ReviewEntry::studentId).toList()));
        return "office/review-history";
    }
}
