package io.github.gradphoto.application;

import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.LastSecond;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.refusal.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** One student's way through one notice. Its number is the business key of the process. */
@Entity
public class Application {

    /** How far it got, where the process alone would not tell. */
    public enum State {
        RUNNING,
        REFUSED,
        REGISTRATION_FAILED,
        ENDED,
        COLLECTED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private String number;
    private Long noticeId;
    private Long studentId;
    /** 1 while the application counts, null after it ended early, so that the student can apply anew. */
    private Short openSlot = 1;

    @Enumerated(EnumType.STRING)
    private State state = State.RUNNING;

    @Enumerated(EnumType.STRING)
    private CollectionType collectionType;

    private Instant submittedAt;
    private Instant consequenceAcknowledgedAt;
    private Instant closesAt;
    private int rejections;

    @Enumerated(EnumType.STRING)
    private Eligibility.Verdict eligibility;

    private String eligibilityReason;
    private String eligibilityNote;
    private Instant detailsConfirmedAt;
    private String detailsIndex;
    private Long carriedFromId;
    private boolean reconfirm;
    private String evidenceAsked;

    @Enumerated(EnumType.STRING)
    private EndReason endReason;

    private String endNote;
    private Instant endedAt;

    protected Application() {}

    Application(String number, Notice notice, Student student, CollectionType collectionType, Instant now) {
        this.number = number;
        this.noticeId = notice.id();
        this.studentId = student.id();
        this.collectionType = collectionType;
        this.submittedAt = now;
        this.consequenceAcknowledgedAt = now;
        this.closesAt = notice.closesAt();
    }

    /** Guards a step of the student: the application runs and its deadline has not passed. */
    public void ensureStudentMayAct(Instant now) {
        ensureRunning();
        if (LastSecond.isOver(closesAt, now)) {
            throw Refusal.conflict("closed");
        }
    }

    public void ensureRunning() {
        if (state != State.RUNNING) {
            throw Refusal.conflict("applicationEnded");
        }
    }

    void eligibility(Eligibility.Verdict verdict, String reason, String note) {
        eligibility = verdict;
        eligibilityReason = reason;
        eligibilityNote = note;
        if (verdict == Eligibility.Verdict.REFUSED) {
            state = State.REFUSED;
        }
    }

    /** Unlike the first answer this one ends nothing: the student may have paid already. */
    void recheckEligibility(Eligibility.Verdict verdict, String reason) {
        eligibility = verdict;
        eligibilityReason = reason;
    }

    /** @param index a keyed hash of what was confirmed */
    void detailsConfirmed(String index, Instant now) {
        detailsConfirmedAt = now;
        detailsIndex = index;
        reconfirm = false;
    }

    /** 补采: goes on from the case of an earlier round. */
    void carriedFrom(Application earlier) {
        carriedFromId = earlier.id;
    }

    /** The case of an earlier round that this one goes on from; null in a first round. */
    public Long carriedFromId() {
        return carriedFromId;
    }

    /** The student confirmed the same in an earlier round. */
    void detailsKnown(String index) {
        detailsIndex = index;
    }

    String detailsIndex() {
        return detailsIndex;
    }

    /** The roster was corrected after the student had confirmed it. */
    void askToConfirmAgain() {
        reconfirm = true;
    }

    void evidenceAsked(String what) {
        evidenceAsked = what;
    }

    /** Guards the release: what goes to the registry is what the student has seen. @throws Refusal detailsUnconfirmed */
    public void ensureDetailsConfirmed() {
        if (reconfirm) {
            throw Refusal.conflict("detailsUnconfirmed");
        }
    }

    void end(EndReason reason, String note, Instant now) {
        ensureRunning();
        endReason = reason;
        endNote = note;
        endedAt = now;
    }

    void ended() {
        state = State.ENDED;
        openSlot = null;
    }

    void extendTo(Instant deadline) {
        if (deadline.isAfter(closesAt)) {
            closesAt = deadline;
        }
    }

    int rejected() {
        return ++rejections;
    }

    /** A rejection was a slip: it does not count, and the days that it gave are gone again unless something else moved them. */
    void takeBackRejection(Instant closedBefore, Instant closedAfter) {
        rejections--;
        if (closesAt.equals(closedAfter)) {
            closesAt = closedBefore;
        }
    }

    void registrationFailed(Instant now) {
        state = State.REGISTRATION_FAILED;
        endedAt = now;
    }

    void collected(Instant now) {
        state = State.COLLECTED;
        endedAt = now;
    }

    public Long id() {
        return id;
    }

    public String number() {
        return number;
    }

    public Long noticeId() {
        return noticeId;
    }

    public Long studentId() {
        return studentId;
    }

    public State state() {
        return state;
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    public CollectionType collectionType() {
        return collectionType;
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    /** The application's own deadline: the notice's close, or later where staff extended it. */
    public Instant closesAt() {
        return closesAt;
    }

    /** Rejections by reviewers; refusals by the automatic check do not count. */
    public int rejections() {
        return rejections;
    }

    public Eligibility.Verdict eligibility() {
        return eligibility;
    }

    public String eligibilityReason() {
        return eligibilityReason;
    }

    public String eligibilityNote() {
        return eligibilityNote;
    }

    public Instant detailsConfirmedAt() {
        return detailsConfirmedAt;
    }

    /** Which documents the office asked for to decide on the eligibility; null where none. */
    public String evidenceAsked() {
        return evidenceAsked;
    }

    public EndReason endReason() {
        return endReason;
    }

    public String endNote() {
        return endNote;
    }

    public Instant endedAt() {
        return endedAt;
    }
}
