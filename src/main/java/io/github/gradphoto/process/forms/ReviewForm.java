package io.github.gradphoto.process.forms;

import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.review.RejectionReason;
import io.github.gradphoto.review.Review;
import io.github.gradphoto.review.Reviews;

/** 审核, first or second: fields decision (APPROVED, REJECTED, SECOND_OPINION), reasons, comment, photo (the version seen). */
abstract class ReviewForm extends StaffForm {

    private final Reviews reviews;
    private final boolean secondOpinion;

    ReviewForm(Reviews reviews, boolean secondOpinion) {
        this.reviews = reviews;
        this.secondOpinion = secondOpinion;
    }

    @Override
    void submit(Submission form) {
        var decision = form.decision(Review.Decision.class);
        var reasons = form.choices("reasons", RejectionReason.class, "reasonsNeeded");
        if (decision == Review.Decision.APPROVED && !reasons.isEmpty()) {
            throw Refusal.invalid("reasonsWithApproval");
        }
        var outcome = reviews.decide(new Reviews.Command(
                form.number(), decision, reasons, form.text("comment"), form.actor(), secondOpinion, form.id("photo")));
        form.set(ProcessVariable.REVIEW_DECISION, decision.name());
        if (outcome instanceof Reviews.Outcome.Approved approved) {
            form.set(ProcessVariable.PRINTS_DUE, approved.printsDue());
        } else if (outcome instanceof Reviews.Outcome.Rejected rejected) {
            form.set(ProcessVariable.ATTEMPTS_LEFT, rejected.attemptsLeft());
        }
    }
}
