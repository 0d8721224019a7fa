package io.github.gradphoto.prints;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** One parcel with one set of prints. */
@Entity
public class Parcel {

    /** Where it is. */
    public enum State {
        IN_TRANSIT,
        PROBLEM,
        DELIVERED,
        RETURNED,
        LOST
    }

    /** What went wrong with it. */
    public enum Trouble {
        NOT_RECEIVED,
        RETURNED,
        REFUSED,
        LOST
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private Long printSetId;

    @Enumerated(EnumType.STRING)
    private Carrier carrier;

    private String trackingNumber;

    @Enumerated(EnumType.STRING)
    private State state = State.IN_TRANSIT;

    private String postedBy;
    private Instant postedAt;

    @Enumerated(EnumType.STRING)
    private Trouble troubleKind;

    private String trouble;
    private Instant endedAt;

    protected Parcel() {}

    Parcel(long printSetId, Carrier carrier, String trackingNumber, String by, Instant now) {
        this.printSetId = printSetId;
        this.carrier = carrier;
        this.trackingNumber = trackingNumber;
        this.postedBy = by;
        this.postedAt = now;
    }

    void trouble(Trouble kind, String what) {
        state = State.PROBLEM;
        troubleKind = kind;
        trouble = what;
    }

    void end(State how, Instant now) {
        state = how;
        endedAt = now;
    }

    Long printSetId() {
        return printSetId;
    }

    public Carrier carrier() {
        return carrier;
    }

    public String trackingNumber() {
        return trackingNumber;
    }

    public State state() {
        return state;
    }

    public Instant postedAt() {
        return postedAt;
    }

    boolean isUnderWay() {
        return state == State.IN_TRANSIT || state == State.DELIVERED;
    }

    /** Null while nothing went wrong. */
    public Trouble troubleKind() {
        return troubleKind;
    }

    public String trouble() {
        return trouble;
    }
}
