package io.github.gradphoto.prints;

import io.github.gradphoto.refusal.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** One set of prints of one photo. */
@Entity
public class PrintSet {

    /** How far the set got. */
    public enum State {
        TO_PRINT,
        PRINTED,
        POSTED,
        RECEIVED,
        VOID
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private Long applicationId;
    private Long photoId;

    @Enumerated(EnumType.STRING)
    private State state = State.TO_PRINT;

    private Instant openedAt;
    private String printedBy;
    private Instant printedAt;
    private Instant finishedAt;
    private Instant orderedAt;

    protected PrintSet() {}

    PrintSet(long applicationId, long photoId, Instant now) {
        this.applicationId = applicationId;
        this.photoId = photoId;
        this.openedAt = now;
    }

    void printed(String by, Instant now) {
        if (state == State.VOID || state == State.RECEIVED) {
            throw Refusal.conflict("printsEnded");
        }
        state = State.PRINTED;
        printedBy = by;
        printedAt = now;
    }

    void posted() {
        state = State.POSTED;
        orderedAt = null; // the order is used up: a parcel that comes back is ordered again
    }

    /** The courier is asked to fetch the parcel. */
    void ordered(Instant now) {
        orderedAt = now;
    }

    /** Null while the courier was not asked. */
    public Instant orderedAt() {
        return orderedAt;
    }

    void received(Instant now) {
        state = State.RECEIVED;
        finishedAt = now;
    }

    void voided(Instant now) {
        state = State.VOID;
        finishedAt = now;
    }

    Long applicationId() {
        return applicationId;
    }

    public Long id() {
        return id;
    }

    public State state() {
        return state;
    }

    public Instant printedAt() {
        return printedAt;
    }

    boolean isOpen() {
        return state != State.VOID && state != State.RECEIVED;
    }
}
