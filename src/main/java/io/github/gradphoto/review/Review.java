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

/** One decision of one reviewer about one version of a photo. */
@Entity
public class Review {

    /** What a reviewer can say. */
    public enum Decision {
        APPROVED,
        REJECTED,
        SECOND_OPINION
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private Long applicationId;
    private Long photoId;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    private String reasons;
    private String comment;
    private String reviewer;
    private boolean secondOpinion;
    private Instant decidedAt;
    private Instant recalledAt;
    private Instant closedBefore;
    private Instant closedAfter;

    protected Review() {}

    Review(
            long applicationId,
            long photoId,
            Decision decision,
            List<RejectionReason> reasons,
            String comment,
            String reviewer,
            boolean secondOpinion,
            Instant now) {
        this.applicationId = applicationId;
        this.photoId = photoId;
        this.decision = decision;
        this.reasons = RejectionReason.list(reasons);
        this.comment = comment;
        this.reviewer = reviewer;
        this.secondOpinion = secondOpinion;
        this.decidedAt = now;
    }

    /** A rejection gives the student days of their own; what the deadline was before is needed to take it back. */
    void movedDeadline(Instant before, Instant after) {
        closedBefore = before;
        closedAfter = after;
    }

    Instant closedBefore() {
        return closedBefore;
    }

    Instant closedAfter() {
        return closedAfter;
    }

    Long applicationId() {
        return applicationId;
    }

    boolean isSecondOpinion() {
        return secondOpinion;
    }

    void recall(Instant now) {
        recalledAt = now;
    }

    public Long id() {
        return id;
    }

    public Long photoId() {
        return photoId;
    }

    public Decision decision() {
        return decision;
    }

    public List<RejectionReason> reasons() {
        return RejectionReason.listed(reasons);
    }

    public String comment() {
        return comment;
    }

    public String reviewer() {
        return reviewer;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public boolean isRecalled() {
        return recalledAt != null;
    }
}
