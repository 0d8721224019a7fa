package io.github.gradphoto.office;

import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.review.BatchApproval;
import io.github.gradphoto.review.ReviewLeases;
import io.github.gradphoto.review.ReviewTasks;
import io.github.gradphoto.review.ReviewTasks.Part;
import io.github.gradphoto.review.SecondLooks;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 审核照片: everything that waits, the worst first, and the chosen ones approved at once. */
@OfficePage
@PreAuthorize("hasAnyAuthority('GROUP_reviewer', 'GROUP_head-reviewer')")
class ReviewQueuePage {

    /** @param kind a {@link BatchApproval.Kind}; @param text for the reviewer */
    record Answer(String number, BatchApproval.Kind kind, String text) {}

    static final int PAGE = 48;

    private final ReviewTasks tasks;
    private final ReviewLeases leases;
    private final BatchApproval batch;
    private final SecondLooks secondLooks;
    private final Roster roster;
    private final MessageSource texts;
    private final Clock clock;

    ReviewQueuePage(
            ReviewTasks tasks,
            ReviewLeases leases,
            BatchApproval batch,
            SecondLooks secondLooks,
            Roster roster,
            MessageSource texts,
            Clock clock) {
        this.tasks = tasks;
        this.leases = leases;
        this.batch = batch;
        this.secondLooks = secondLooks;
        this.roster = roster;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/office/review")
    String page(
            @RequestParam(defaultValue = "ALL") Part part,
            @RequestParam(defaultValue = "1") int page,
            Authentication user,
            Model model) {
        leases.giveBackWhatRanOut();
        var reader = ReviewReaders.of(user);
        var counts = new EnumMap<Part, Long>(Part.class);
        for (var one : Part.values()) {
            counts.put(one, tasks.count(reader, one));
        }
        int pages = (int) Math.max(1, (counts.get(part) + PAGE - 1) / PAGE);
        int shown = Math.max(1, Math.min(page, pages));
        var waiting = tasks.worstFirst(reader, part, (shown - 1) * PAGE, PAGE);
        model.addAttribute("part", part);
        model.addAttribute("counts", counts);
        model.addAttribute("total", counts.get(Part.ALL));
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("waiting", waiting);
        model.addAttribute(
                "students",
                roster.byIds(
                        waiting.stream().map(ReviewTasks.Waiting::studentId).toList()));
        model.addAttribute("me", user.getName());
        model.addAttribute("now", clock.instant());
        model.addAttribute("secondLooks", secondLooks.countOpen(user.getName()));
        return "office/review-queue";
    }

    /** @param chosen number and version of the photo that was seen, as {@code GP260000245:17} */
    @PostMapping(path = "/office/review/approve", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Answer>> approve(
            @RequestParam(defaultValue = "") List<String> chosen, Authentication user, Locale language) {
        var items = chosen.stream().map(ReviewQueuePage::item).toList();
        return ResponseEntity.ok(batch.approve(items, user.getName()).stream()
                .map(result -> new Answer(result.number(), result.kind(), text(result, language)))
                .toList());
    }

    private String text(BatchApproval.Result result, Locale language) {
        return result.refusal() == null
                ? texts.getMessage("review.batch." + result.kind(), null, language)
                : texts.getMessage(
                        result.refusal().messageKey(), result.refusal().arguments(), language);
    }

    private static BatchApproval.Item item(String typed) {
        var parts = typed.split(":", 2);
        try {
            return new BatchApproval.Item(parts[0], Long.parseLong(parts[1]));
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw Refusal.invalid("choiceNeeded");
        }
    }
}
