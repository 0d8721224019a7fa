package io.github.gradphoto.roster;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/** One list that is or was taken in: how far, and what it did. Its rows are kept beside it, and only until they are in. */
@Entity
public class RosterImport {

    /** Which list. */
    public enum Kind {
        ROSTER,
        /** 学信网已有学历照片 */
        REGISTERED,
        /** 录取照片 */
        PHOTOS;

        /** Lists wait for each other, because they change the same rows; photos wait for photos alone. */
        String slot() {
            return this == PHOTOS ? "PHOTOS" : "LIST";
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    /** Unique, and empty when it is finished: the database lets one run at a time. */
    private String slot;

    private int total;
    private int done;
    private int added;
    private int changed;
    private int same;
    private int leftOut;
    private String startedBy;
    private Instant startedAt;
    private Instant finishedAt;

    protected RosterImport() {}

    RosterImport(Kind kind, int total, int same, int leftOut, String startedBy, Instant startedAt) {
        this.kind = kind;
        this.slot = kind.slot();
        this.total = total;
        this.same = same;
        this.leftOut = leftOut;
        this.startedBy = startedBy;
        this.startedAt = startedAt;
    }

    void tookIn(int rows, int newOnes, int changedOnes) {
        done += rows;
        added += newOnes;
        changed += changedOnes;
        same += rows - newOnes - changedOnes;
    }

    /** What turned out to be no good only now. */
    void leftOutToo(int rows) {
        done += rows;
        leftOut += rows;
    }

    void finished(Instant at) {
        finishedAt = at;
        slot = null;
    }

    public Long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** Rows, or files, to take in; those without news are not among them. */
    public int total() {
        return total;
    }

    public int done() {
        return done;
    }

    public int added() {
        return added;
    }

    public int changed() {
        return changed;
    }

    public int same() {
        return same;
    }

    /** Rows, or files, with a fault. */
    public int leftOut() {
        return leftOut;
    }

    public String startedBy() {
        return startedBy;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant finishedAt() {
        return finishedAt;
    }

    public boolean isFinished() {
        return finishedAt != null;
    }

    public int percent() {
        return total == 0 ? 100 : (int) (100L * done / total);
    }

    /** Seconds that it took, at least 1. */
    public long seconds() {
        return finishedAt == null
                ? 0
                : Math.max(1, Duration.between(startedAt, finishedAt).toSeconds());
    }
}
