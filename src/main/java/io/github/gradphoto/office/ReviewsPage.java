package io.github.gradphoto.office;

import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.review.RecallableApproval;
import io.github.gradphoto.review.Reviews;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 撤回: reviewers take back their own approvals, head reviewers anybody's, as long as the photo is not released. */
@OfficePage
@PreAuthorize("hasAnyAuthority('GROUP_reviewer', 'GROUP_head-reviewer')")
class ReviewsPage {

    private final Reviews reviews;
    private final Roster roster;

    ReviewsPage(Reviews reviews, Roster roster) {
        this.reviews = reviews;
        this.roster = roster;
    }

    @GetMapping("/office/reviews")
    String page(Authentication user, Model model) {
        var approvals = mine(user);
        model.addAttribute("approvals", approvals);
        model.addAttribute(
                "students",
                roster.byIds(
                        approvals.stream().map(RecallableApproval::studentId).toList()));
        return "office/reviews";
    }

    @PostMapping("/office/reviews/recall")
    String recall(@RequestParam String number, Authentication user, RedirectAttributes next) {
        if (mine(user).stream().noneMatch(approval -> approval.number().equals(number))) {
            throw Refusal.conflict("tooLateToRecall");
        }
        reviews.recall(number, user.getName());
        next.addFlashAttribute("recalled", number);
        return "redirect:/office/reviews";
    }

    private List<RecallableApproval> mine(Authentication user) {
        boolean head = user.getAuthorities().stream()
                .anyMatch(authority -> StaffGroup.HEAD_REVIEWER.authority().equals(authority.getAuthority()));
        return reviews.recallable(head ? null : user.getName());
    }
}
