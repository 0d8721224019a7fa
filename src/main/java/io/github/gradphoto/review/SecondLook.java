package io.github.gradphoto.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/** 抽检: a decision that was drawn at random and is looked at by another reviewer, who does not know what was decided. */
@Entity
public class SecondLook {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private Long applicationId;
    private Long photoId;
    private Long reviewId;
    private String firstReviewer;
    private Instant drawnAt;
    private String heldBy;
    private Instant heldUntil;

    @Enumerated(EnumType.STRING)
    private Review.Decision decision;

    private String reasons;
    private String reviewer;
    private Instant decidedAt;

    protected SecondLook() {}

    SecondLook(Review review, Instant now) {
        this.applicationId = review.applicationId();
        this.photoId = review.photoId();
        this.reviewId = review.id();
        this.firstReviewer = review.reviewer();
        this.drawnAt = now;
    }

    void hold(String username, Instant until) {
        heldBy = username;
        heldUntil = until;
    }

    boolean isFreeFor(String username, Instant now) {
        return decidedAt == null && (heldBy == null || heldBy.equals(username) || heldUntil.isBefore(now));
    }

    boolean isOpenFor(String username) {
        return decidedAt == null && !firstReviewer.equals(username) && username.equals(heldBy);
    }

    void decide(Review.Decision said, List<RejectionReason> because, String by, Instant now) {
        decision = said;
        reasons = RejectionReason.list(because);
        reviewer = by;
        decidedAt = now;
        heldBy = null;
        heldUntil = null;
    }

    public Long id() {
        return id;
    }

    public Long applicationId() {
        return applicationId;
    }

    public Long photoId() {
        return photoId;
    }
}
