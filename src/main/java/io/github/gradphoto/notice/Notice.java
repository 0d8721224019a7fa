package io.github.gradphoto.notice;

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

    enum State {
        DRAFT,
        SIGNED,
        CLOSED
    }

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

    protected Notice() {}

    public Notice(NoticeDraft draft) {
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
    }

    private static String join(List<?> values) {
        return String.join(",", values.stream().map(Object::toString).toList());
    }

    void sign() {
        if (state != State.DRAFT) {
            throw new IllegalStateException("Notice " + documentNumber + " is signed already.");
        }
        state = State.SIGNED;
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
        return state != State.DRAFT;
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
