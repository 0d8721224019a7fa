package io.github.gradphoto.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** How far a batch got: written in the transaction of each chunk, so that a stop loses and doubles nothing. */
@Entity
@Table(name = "notice_batch")
public class Batch {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private Long noticeId;

    @Enumerated(EnumType.STRING)
    private BatchKind kind;

    private LocalDate dueOn;
    private int total;
    private int seen;
    private int told;
    private int unreached;
    private long lastId;
    private Instant startedAt;
    private Instant endedAt;

    protected Batch() {}

    Batch(long noticeId, BatchKind kind, LocalDate dueOn, int total, Instant now) {
        this.noticeId = noticeId;
        this.kind = kind;
        this.dueOn = dueOn;
        this.total = total;
        this.startedAt = now;
    }

    /** What became of one student or case. */
    enum Outcome {
        TOLD,
        /** has no address */
        UNREACHED,
        /** needs no word */
        SKIPPED
    }

    void saw(long studentId, Outcome outcome) {
        lastId = studentId;
        seen++;
        told += outcome == Outcome.TOLD ? 1 : 0;
        unreached += outcome == Outcome.UNREACHED ? 1 : 0;
    }

    void end(Instant now) {
        endedAt = now;
    }

    public boolean isEnded() {
        return endedAt != null;
    }

    public BatchKind kind() {
        return kind;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public int total() {
        return Math.max(total, seen);
    }

    public int seen() {
        return seen;
    }

    public int told() {
        return told;
    }

    /** Students without a mail address: somebody has to call them. */
    public int unreached() {
        return unreached;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    /** Of 100, for a bar. */
    public int share() {
        return isEnded() ? 100 : total() == 0 ? 0 : 100 * seen / total();
    }

    long lastId() {
        return lastId;
    }
}
