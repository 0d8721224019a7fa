package io.github.gradphoto.registration;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * One thing that the office does for many cases at once: seen first, then accepted, then worked off item by item. Its
 * number is what makes it repeatable: each of its items is done once, however often the work starts again.
 */
@Entity
public class RegistrationRun {

    /** What is done. */
    public enum Kind {
        /** 报送包: approved photos go to the collecting unit */
        RELEASE,
        /** 报送结果: what the collecting unit delivered or refused */
        DELIVERY,
        /** 成品照片: pictures that the collecting unit finished */
        PICTURES,
        /** 比对结果: column bz of the registry's student list */
        COMPARISON;

        /** Whether its items are called by the keys that only the collecting unit and the registrar can read. */
        public boolean namesKeys() {
            return this == DELIVERY || this == PICTURES;
        }
    }

    private static final String OPEN = "OPEN";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String slot;
    private String startedBy;
    private Instant startedAt;
    private Instant acceptedAt;
    private Instant finishedAt;
    private Integer released;

    protected RegistrationRun() {}

    RegistrationRun(Kind kind, String by, Instant now) {
        this.kind = kind;
        this.startedBy = by;
        this.startedAt = now;
        this.slot = kind == Kind.RELEASE ? OPEN : null;
    }

    void accepted(Instant now) {
        acceptedAt = now;
    }

    /** @param done items that were done: so many are in the package as long as nobody's data was deleted */
    void finished(int done, Instant now) {
        finishedAt = now;
        slot = null;
        released = done;
    }

    public Long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public String startedBy() {
        return startedBy;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public boolean isAccepted() {
        return acceptedAt != null;
    }

    public boolean isFinished() {
        return finishedAt != null;
    }

    public Instant finishedAt() {
        return finishedAt;
    }

    /** Items that were done when it finished; null before. */
    public Integer released() {
        return released;
    }
}
