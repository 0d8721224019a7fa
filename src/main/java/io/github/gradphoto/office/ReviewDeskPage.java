package io.github.gradphoto.office;

import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.review.Review;
import io.github.gradphoto.review.ReviewLeases;
import io.github.gradphoto.review.ReviewTasks;
import io.github.gradphoto.review.ReviewUndo;
import io.github.gradphoto.review.Reviews;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 逐张审核: one photo after the other, from the keyboard. It completes the tasks that Tasklist shows, through the same form;
 * the page asks for the next photo while the reviewer looks at this one.
 */
@OfficePage
@PreAuthorize("hasAnyAuthority('GROUP_reviewer', 'GROUP_head-reviewer')")
class ReviewDeskPage {

    /** @param text what became of it, for the reviewer */
    record Answer(String number, boolean done, String text) {}

    private final ReviewTasks queue;
    private final ReviewLeases leases;
    private final ReviewUndo undo;
    private final Reviews reviews;
    private final StaffTaskDriver tasks;
    private final CaseHeads heads;
    private final ReviewContent content;
    private final MessageSource texts;

    ReviewDeskPage(
            ReviewTasks queue,
            ReviewLeases leases,
            ReviewUndo undo,
            Reviews reviews,
            StaffTaskDriver tasks,
            CaseHeads heads,
            ReviewContent content,
            MessageSource texts) {
        this.queue = queue;
        this.leases = leases;
        this.undo = undo;
        this.reviews = reviews;
        this.tasks = tasks;
        this.heads = heads;
        this.content = content;
        this.texts = texts;
    }

    /** @param seen what is on the screen already */
    @PostMapping("/office/review/next")
    String next(@RequestParam(defaultValue = "") List<String> seen, Authentication user) {
        return leases.takeNext(ReviewReaders.of(user), seen)
                .map(number -> "redirect:/office/review/photo/" + number)
                .orElse("redirect:/office/review/none");
    }

    @GetMapping("/office/review/none")
    String none(Authentication user, Model model) {
        model.addAttribute("left", queue.count(ReviewReaders.of(user), ReviewTasks.Part.ALL));
        return "office/review-desk";
    }

    @GetMapping("/office/review/photo/{number}")
    String show(@PathVariable String number, Authentication user, Model model, HttpServletResponse response) {
        var waiting = open(number, user);
        var task = new StaffTask(waiting.taskId(), waiting.step(), number, waiting.holder(), null);
        var head = heads.of(number, waiting.step());
        model.addAttribute("task", task);
        model.addAttribute("head", head);
        model.addAttribute("mine", user.getName().equals(waiting.holder()));
        model.addAttribute("holder", waiting.isHeldByAnother(user.getName()) ? waiting.holder() : null);
        content.show(task, head, model);
        response.setHeader("Cache-Control", "no-store, private");
        return "office/review-desk";
    }

    @PostMapping("/office/review/photo/{number}/take")
    String take(@PathVariable String number, Authentication user) {
        open(number, user);
        if (!leases.take(ReviewReaders.of(user), number)) {
            throw Refusal.conflict("reviewTaken");
        }
        return "redirect:/office/review/photo/" + number;
    }

    /** @param step the one that was on the screen: a first review is no second opinion */
    @PostMapping(path = "/office/review/photo/{number}/decide", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> decide(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String photo,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reasons,
            @RequestParam(defaultValue = "") String comment,
            Authentication user,
            Locale language) {
        try {
            ensureOffered(decision, photo);
            var fields = Map.of("decision", decision, "reasons", reasons, "comment", comment, "photo", photo);
            tasks.complete(number, stepOf(step), user.getName(), fields);
            return done(number, texts.getMessage("review.done." + decision, null, language));
        } catch (Refusal refusal) {
            return own(number, photo, user)
                    .map(review -> already(number, review, decision, language))
                    .orElseGet(() -> refused(number, refusal, language));
        }
    }

    /** The answer to the first try was lost: it was this reviewer who decided, not a colleague. */
    private Optional<Review> own(String number, String photo, Authentication user) {
        return photo.matches("\\d{1,18}")
                ? reviews.decided(number, Long.parseLong(photo), user.getName())
                : Optional.empty();
    }

    private ResponseEntity<Answer> already(String number, Review review, String decision, Locale language) {
        var was = texts.getMessage("review.done." + review.decision(), null, language);
        return review.decision().name().equals(decision)
                ? done(number, texts.getMessage("review.already", new Object[] {was}, language))
                : refused(number, Refusal.conflict("reviewAlready", was), language);
    }

    /** Here somebody has looked at one version: without it a decision could hit another. */
    private static void ensureOffered(String decision, String photo) {
        if (List.of(Review.Decision.values()).stream()
                .noneMatch(one -> one.name().equals(decision))) {
            throw Refusal.invalid("decisionNeeded");
        }
        if (photo.isBlank()) {
            throw Refusal.invalid("choiceNeeded");
        }
    }

    private static Step stepOf(String step) {
        return Optional.of(step)
                .filter(typed -> ReviewTasks.STEPS.stream().map(Step::name).anyMatch(typed::equals))
                .map(Step::valueOf)
                .orElseThrow(() -> Refusal.invalid("choiceNeeded"));
    }

    /** Within the minute; the photo is this reviewer's again. */
    @PostMapping(path = "/office/review/photo/{number}/undo", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> undo(@PathVariable String number, Authentication user, Locale language) {
        try {
            undo.undo(number, user.getName());
            leases.take(ReviewReaders.of(user), number);
            return done(number, texts.getMessage("review.undone", null, language));
        } catch (Refusal refusal) {
            return refused(number, refusal, language);
        }
    }

    @PostMapping("/office/review/stop")
    String stop(Authentication user) {
        leases.giveBackAll(user.getName());
        return "redirect:/office/review";
    }

    private static ResponseEntity<Answer> done(String number, String text) {
        return ResponseEntity.ok(new Answer(number, true, text));
    }

    /** A task that is gone was decided by somebody else meanwhile, or the student withdrew. */
    private ResponseEntity<Answer> refused(String number, Refusal refusal, Locale language) {
        var key = refusal.key().equals("stepNotOpen") ? "refusal.reviewGone" : refusal.messageKey();
        var status = refusal.status() == HttpStatus.NOT_FOUND ? HttpStatus.CONFLICT : refusal.status();
        return ResponseEntity.status(status)
                .body(new Answer(number, false, texts.getMessage(key, refusal.arguments(), language)));
    }

    private ReviewTasks.Waiting open(String number, Authentication user) {
        return queue.of(ReviewReaders.of(user), number).orElseThrow(() -> Refusal.notFound("reviewGone"));
    }
}
