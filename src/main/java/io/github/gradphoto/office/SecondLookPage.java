package io.github.gradphoto.office;

import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.page.Choice;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.review.Disagreement;
import io.github.gradphoto.review.RejectionReason;
import io.github.gradphoto.review.Review;
import io.github.gradphoto.review.SecondLooks;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 抽检: a drawn photo without a name and without the first decision; and how far the reviewers agree. */
@OfficePage
@PreAuthorize("hasAnyAuthority('GROUP_reviewer', 'GROUP_head-reviewer')")
class SecondLookPage {

    private final SecondLooks looks;
    private final Photos photos;
    private final Roster roster;

    SecondLookPage(SecondLooks looks, Photos photos, Roster roster) {
        this.looks = looks;
        this.photos = photos;
        this.roster = roster;
    }

    @GetMapping("/office/review/second-look")
    String page(Authentication user, Model model) {
        boolean head = ReviewReaders.isHead(user);
        model.addAttribute("open", looks.countOpen(user.getName()));
        model.addAttribute("agreement", looks.agreement());
        model.addAttribute("head", head);
        if (head) {
            var disagreements = looks.disagreements();
            model.addAttribute("disagreements", disagreements);
            model.addAttribute(
                    "students",
                    roster.byIds(
                            disagreements.stream().map(Disagreement::studentId).toList()));
        }
        return "office/second-look";
    }

    @PostMapping("/office/review/second-look/next")
    String next(Authentication user) {
        return looks.take(user.getName())
                .map(look -> "redirect:/office/review/second-look/" + look.id())
                .orElse("redirect:/office/review/second-look");
    }

    @GetMapping("/office/review/second-look/{id:\\d+}")
    String look(@PathVariable long id, Authentication user, Model model) {
        var look = looks.held(id, user.getName());
        model.addAttribute("look", look);
        model.addAttribute("photo", photos.byId(look.photoId()));
        model.addAttribute("reasons", RejectionReason.values());
        return "office/second-look-photo";
    }

    @GetMapping("/office/review/second-look/{id:\\d+}/picture")
    ResponseEntity<byte[]> picture(@PathVariable long id, Authentication user) {
        var look = looks.held(id, user.getName());
        var stored = photos.show(photos.byId(look.photoId()).standardId(), user.getName(), "SECOND_LOOK");
        return Privately.show(stored.content(), MediaType.parseMediaType(stored.mediaType()));
    }

    @PostMapping("/office/review/second-look/{id:\\d+}")
    String decide(
            @PathVariable long id,
            @RequestParam(required = false) String decision,
            @RequestParam(required = false) List<String> reasons,
            Authentication user,
            RedirectAttributes next) {
        looks.decide(
                id,
                Choice.of(Review.Decision.class, decision),
                Choice.all(RejectionReason.class, reasons),
                user.getName());
        next.addFlashAttribute("decided", true);
        return next(user);
    }
}
