package io.github.gradphoto.notice;

import io.github.gradphoto.refusal.Refusal;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** One round of the college's graduate-photo notice, with everything that may differ from year to year. */
@Entity
public class Notice {

    /** From the first draft to the archive. */
    public enum State {
        DRAFT,
        /** waits for the dean */
        SUBMITTED,
        /** the dean wants it changed */
        RETURNED,
        /** given up before it was signed */
        DISCARDED,
        SIGNED,
        CLOSED,
        ARCHIVED;

        /** Whether students may see it. */
        public boolean isPublished() {
            return this == SIGNED || this == CLOSED || this == ARCHIVED;
        }
    }

    private static final int LONGEST_NUMBER = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private String documentNumber;
    private int round;
    private String title;
    private String schoolName;
    private int cohort;
    private String admissionType;
    private Instant opensAt;
    private Instant closesAt;

    @Enumerated(EnumType.STRING)
    private State state = State.DRAFT;

    private String contact;
    private String collectionTypes;
    private String backgrounds;

    @Embedded
    private FeeTerms fees;

    private String pickupPlace;
    private int attemptLimit;
    private int reviewWorkingDays;
    private int correctionDays;

    @Enumerated(EnumType.STRING)
    private PrintWhen printWhen;

    @Embedded
    private PrintTerms prints;

    @Embedded
    private FollowUp followUp;

    private Long previousId;
    private boolean rehearsal;
    private String draftedBy;
    private String signedBy;
    private Instant signedAt;
    private String returnNote;

    @Embedded
    private UnfinishedDecision unfinished;

    /** No notice is open for longer, and a typing error in the year is none of anybody's wishes. */
    private static final Duration LONGEST = Duration.ofDays(367);

    protected Notice() {}

    public Notice(NoticeDraft draft) {
        take(draft);
    }

    /** The next round of a notice, or the rehearsal of one. */
    Notice(NoticeDraft draft, Long previousId, boolean rehearsal) {
        this(draft);
        this.previousId = previousId;
        this.rehearsal = rehearsal;
    }

    private void take(NoticeDraft draft) {
        documentNumber = draft.documentNumber();
        round = draft.round();
        title = draft.title();
        schoolName = draft.schoolName();
        cohort = draft.cohort();
        admissionType = draft.admissionType();
        opensAt = draft.opensAt();
        closesAt = draft.closesAt();
        contact = draft.contact();
        collectionTypes = join(draft.collectionTypes());
        backgrounds = join(draft.backgrounds());
        fees = draft.fees();
        pickupPlace = draft.pickupPlace();
        attemptLimit = draft.attemptLimit();
        reviewWorkingDays = draft.reviewWorkingDays();
        correctionDays = draft.correctionDays();
        printWhen = draft.printWhen();
        prints = draft.prints();
        followUp = draft.followUp();
    }

    /** The settings as a draft, to copy them. */
    public NoticeDraft asDraft() {
        return new NoticeDraft(
                documentNumber,
                round,
                title,
                schoolName,
                cohort,
                admissionType,
                opensAt,
                closesAt,
                contact,
                collectionTypes(),
                backgrounds(),
                fees,
                pickupPlace,
                attemptLimit,
                reviewWorkingDays,
                correctionDays,
                printWhen,
                prints,
                followUp);
    }

    void draftedBy(String by) {
        draftedBy = by;
    }

    /** @throws Refusal noticeNotDraft */
    void change(NoticeDraft draft) {
        ensure(isChangeable(), "noticeNotDraft");
        take(draft);
    }

    void submit() {
        ensure(isChangeable(), "noticeNotDraft");
        state = State.SUBMITTED;
    }

    void returned(String note) {
        ensure(state == State.SUBMITTED, "noticeNotSubmitted");
        state = State.RETURNED;
        returnNote = note;
    }

    void discard() {
        ensure(isChangeable(), "noticeNotDraft");
        state = State.DISCARDED;
        documentNumber = givenUp(documentNumber, "（已放弃" + id + "）");
    }

    /** @throws Refusal noticeCloseOver nobody could be in time any more */
    void sign(String by, Instant now) {
        ensure(!LastSecond.isOver(closesAt, now), "noticeCloseOver");
        sign(now);
        signedBy = by;
    }

    void contact(String newContact) {
        ensure(state == State.SIGNED || state == State.CLOSED, "noticeNotSigned");
        contact = newContact;
    }

    /** @throws Refusal noticeNotSigned, noticeCloseOver, closeNotLater */
    void closeLater(Instant later, Instant now) {
        ensure(state == State.SIGNED, "noticeNotSigned");
        ensure(!LastSecond.isOver(closesAt, now), "noticeCloseOver");
        if (!later.isAfter(closesAt)) {
            throw Refusal.invalid("closeNotLater");
        }
        if (later.isAfter(opensAt.plus(LONGEST))) {
            throw Refusal.invalid("closeTooLate", LONGEST.toDays());
        }
        closesAt = later;
    }

    void decided(UnfinishedDecision decision) {
        ensure(state == State.CLOSED, "noticeNotClosed");
        unfinished = decision;
    }

    void archive() {
        state = State.ARCHIVED;
    }

    /** Another draft may take the number. */
    private static String givenUp(String number, String mark) {
        return number.substring(0, Math.min(number.length(), LONGEST_NUMBER - mark.length())) + mark;
    }

    private static void ensure(boolean right, String refusal) {
        if (!right) {
            throw Refusal.conflict(refusal);
        }
    }

    private static String join(List<?> values) {
        return String.join(",", values.stream().map(Object::toString).toList());
    }

    void sign(Instant now) {
        if (state != State.DRAFT && state != State.SUBMITTED) {
            throw new IllegalStateException("Notice " + documentNumber + " is signed already.");
        }
        state = State.SIGNED;
        signedAt = now;
    }

    void close() {
        state = State.CLOSED;
    }

    public boolean isOpenAt(Instant time) {
        return state == State.SIGNED && !time.isBefore(opensAt) && !LastSecond.isOver(closesAt, time);
    }

    /** Time left until the close, never negative. */
    public Duration leftAt(Instant time) {
        return time.isAfter(closesAt) ? Duration.ZERO : Duration.between(time, closesAt);
    }

    public Long id() {
        return id;
    }

    public String documentNumber() {
        return documentNumber;
    }

    public int round() {
        return round;
    }

    public String title() {
        return title;
    }

    public String schoolName() {
        return schoolName;
    }

    public int cohort() {
        return cohort;
    }

    public String admissionType() {
        return admissionType;
    }

    public Instant opensAt() {
        return opensAt;
    }

    /** Last instant at which a step is in time: 23:59:59 of the closing day in Asia/Shanghai. */
    public Instant closesAt() {
        return closesAt;
    }

    public boolean isSigned() {
        return state.isPublished();
    }

    public State state() {
        return state;
    }

    /** Whether the office may still change every setting. */
    public boolean isChangeable() {
        return state == State.DRAFT || state == State.RETURNED;
    }

    /** 补采: addressed to those alone whom the earlier rounds left unfinished. */
    public boolean isLaterRound() {
        return previousId != null;
    }

    public Long previousId() {
        return previousId;
    }

    /** 演练: made up, and thrown away afterwards. */
    public boolean isRehearsal() {
        return rehearsal;
    }

    public FollowUp followUp() {
        return followUp;
    }

    public String draftedBy() {
        return draftedBy;
    }

    public String signedBy() {
        return signedBy;
    }

    public Instant signedAt() {
        return signedAt;
    }

    /** Why the dean returned it; null where never. */
    public String returnNote() {
        return returnNote;
    }

    /** Null before the office decided. */
    public UnfinishedDecision unfinished() {
        return unfinished;
    }

    public String contact() {
        return contact;
    }

    public List<CollectionType> collectionTypes() {
        return Arrays.stream(collectionTypes.split(","))
                .map(CollectionType::valueOf)
                .toList();
    }

    public List<Background> backgrounds() {
        return Arrays.stream(backgrounds.split(",")).map(Background::valueOf).toList();
    }

    public FeeTerms fees() {
        return fees;
    }

    public String pickupPlace() {
        return pickupPlace;
    }

    public int attemptLimit() {
        return attemptLimit;
    }

    public int reviewWorkingDays() {
        return reviewWorkingDays;
    }

    public int correctionDays() {
        return correctionDays;
    }

    public PrintWhen printWhen() {
        return printWhen;
    }

    public PrintTerms prints() {
        return prints;
    }
}
