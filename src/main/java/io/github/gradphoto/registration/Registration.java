package io.github.gradphoto.registration;

import io.github.gradphoto.refusal.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** One photo on its way to the registry. */
@Entity
public class Registration {

    /** How far it got. */
    public enum State {
        OPEN,
        RELEASED,
        DELIVERED,
        REFUSED,
        COMPARED
    }

    /** How it ended; named as the process's fact. */
    public enum Result {
        REGISTERED,
        NEW_PHOTO,
        FAILED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private Long applicationId;
    private Long photoId;

    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;

    private String releaseKey;
    private String releasedBy;
    private Instant releasedAt;
    private String deliveryNote;
    private Instant answeredAt;

    @Enumerated(EnumType.STRING)
    private Comparison comparison;

    private Instant comparedAt;

    @Enumerated(EnumType.STRING)
    private Result result;

    protected Registration() {}

    Registration(long applicationId, long photoId) {
        this.applicationId = applicationId;
        this.photoId = photoId;
    }

    void release(String by, Instant now) {
        move(State.OPEN, State.RELEASED);
        releaseKey = ReleaseKey.random();
        releasedBy = by;
        releasedAt = now;
    }

    void delivered(String note, Instant now) {
        move(State.RELEASED, State.DELIVERED);
        deliveryNote = note;
        answeredAt = now;
    }

    void refused(String note, Instant now) {
        move(State.RELEASED, State.REFUSED);
        deliveryNote = note;
        answeredAt = now;
        result = Result.NEW_PHOTO;
    }

    void compared(Comparison outcome, Instant now) {
        move(State.DELIVERED, State.COMPARED);
        comparison = outcome;
        comparedAt = now;
        if (outcome == Comparison.PASSED) {
            result = Result.REGISTERED;
        }
    }

    void end(Result how) {
        result = how;
    }

    private void move(State from, State to) {
        if (state != from) {
            throw Refusal.conflict("registrationState");
        }
        state = to;
    }

    Long id() {
        return id;
    }

    Long applicationId() {
        return applicationId;
    }

    /** What the collecting unit knows the photo by; null before the release. */
    public String releaseKey() {
        return releaseKey;
    }

    public State state() {
        return state;
    }

    public Comparison comparison() {
        return comparison;
    }

    public Result result() {
        return result;
    }

    public String deliveryNote() {
        return deliveryNote;
    }

    public Instant releasedAt() {
        return releasedAt;
    }
}
