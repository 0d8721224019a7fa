package io.github.gradphoto.review;

import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 抽检: draws a share of all decisions, approvals and rejections alike (of approvals alone no kappa could be told), and lets
 * another reviewer look without knowing. It holds nothing up: the case goes on meanwhile.
 */
@Service
@Transactional
public class SecondLooks {

    private static final int CANDIDATES = 5;
    private static final int DISAGREEMENTS = 50;

    private final SecondLookRepository looks;
    private final AuditLog audit;
    private final Clock clock;
    private final int percent;
    private final Duration hold;
    private final SecureRandom random = new SecureRandom();

    SecondLooks(
            SecondLookRepository looks,
            AuditLog audit,
            Clock clock,
            @Value("${gradphoto.review.second-look-percent:5}") int percent,
            @Value("${gradphoto.review.lease:PT10M}") Duration hold) {
        this.looks = looks;
        this.audit = audit;
        this.clock = clock;
        this.percent = percent;
        this.hold = hold;
    }

    /** What two people have looked at already, or will, is not drawn. */
    void draw(Review review) {
        if (review.decision() != Review.Decision.SECOND_OPINION
                && !review.isSecondOpinion()
                && random.nextInt(100) < percent) {
            looks.save(new SecondLook(review, clock.instant()));
        }
    }

    /** The decision was taken back. */
    void drop(Review review) {
        looks.deleteByReviewIdAndDecidedAtIsNull(review.id());
    }

    @Transactional(readOnly = true)
    public long countOpen(String me) {
        return looks.countOpen(me);
    }

    /** The next one for this reviewer, held for them for a while; never one that they decided themselves. */
    public Optional<SecondLook> take(String me) {
        var now = clock.instant();
        return looks.free(me, now, Limit.of(CANDIDATES)).stream()
                .flatMap(id -> looks.lockById(id).stream())
                .filter(look -> look.isFreeFor(me, now))
                .findFirst()
                .map(look -> {
                    look.hold(me, now.plus(hold));
                    return look;
                });
    }

    /** @throws Refusal noTask where it is not this reviewer's */
    @Transactional(readOnly = true)
    public SecondLook held(long id, String me) {
        return looks.findById(id).filter(look -> look.isOpenFor(me)).orElseThrow(() -> Refusal.notFound("noTask"));
    }

    /** @throws Refusal noTask, decisionNeeded, reasonsNeeded, reasonsWithApproval */
    public void decide(long id, Review.Decision decision, List<RejectionReason> reasons, String me) {
        if (decision == Review.Decision.SECOND_OPINION) {
            throw Refusal.invalid("decisionNeeded");
        }
        if (decision == Review.Decision.REJECTED && reasons.isEmpty()) {
            throw Refusal.invalid("reasonsNeeded");
        }
        if (decision == Review.Decision.APPROVED && !reasons.isEmpty()) {
            throw Refusal.invalid("reasonsWithApproval");
        }
        var look = looks.lockById(id)
                .filter(candidate -> candidate.isOpenFor(me))
                .orElseThrow(() -> Refusal.notFound("noTask"));
        look.decide(decision, reasons, me, clock.instant());
        audit.record(me, "second-look", "photo-" + look.photoId(), null);
    }

    @Transactional(readOnly = true)
    public Agreement.Table agreement() {
        return Agreement.of(looks.pairs());
    }

    @Transactional(readOnly = true)
    public List<Disagreement> disagreements() {
        return looks.disagreements(Limit.of(DISAGREEMENTS));
    }
}
