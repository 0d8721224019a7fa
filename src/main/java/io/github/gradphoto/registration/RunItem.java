package io.github.gradphoto.registration;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.privacy.EncryptedText;
import io.github.gradphoto.refusal.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** One case or row of a {@link RegistrationRun}: what shall be done, and what became of it. */
@Entity
@Table(name = "registration_run_item")
public class RunItem {

    /** What became of it. */
    public enum State {
        WAITING,
        DONE,
        /** the case has this result already: nothing is done */
        ALREADY,
        /** a row that says nothing, such as a student whom the registry has not compared yet */
        EMPTY,
        /** the row was wrong before anything was done: {@code reason} is a suffix of {@code reg.fault.*} */
        BAD,
        /** the use case refused it: {@code reason} is a suffix of {@code refusal.*} */
        REFUSED
    }

    /** Longest text of a row that is shown again, in characters. */
    private static final int LONGEST_LABEL = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private Long runId;
    private int line;

    @Column(name = "label_enc")
    @Convert(converter = EncryptedText.class)
    private String label;

    private Long applicationId;
    private String applicationNumber;
    private Long registrationId;

    @Enumerated(EnumType.STRING)
    private Step step;

    private String outcome;

    @Column(name = "note_enc")
    @Convert(converter = EncryptedText.class)
    private String note;

    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    private String reason;

    protected RunItem() {}

    /** @param label what the file calls the row: a key or a student number */
    RunItem(int line, String label) {
        this.line = line;
        this.label = label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label;
    }

    RunItem of(long run) {
        runId = run;
        return this;
    }

    RunItem about(long application, String number, Long registration) {
        applicationId = application;
        applicationNumber = number;
        registrationId = registration;
        return this;
    }

    /** @param what named as the choice of the step's form; null where it has none */
    RunItem todo(Step where, String what, String remark) {
        step = where;
        outcome = what;
        note = remark;
        return this;
    }

    RunItem bad(RowFault fault) {
        state = State.BAD;
        reason = fault.name();
        return this;
    }

    RunItem nothingToDo(State why) {
        state = why;
        return this;
    }

    void done(Long registration) {
        state = State.DONE;
        registrationId = registration;
    }

    void refused(Refusal refusal) {
        state = State.REFUSED;
        // what is said to a student whose step is over does not help the office
        reason = "stepNotOpen".equals(refusal.key()) ? "runStepNotOpen" : refusal.key();
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    Long id() {
        return id;
    }

    Long runId() {
        return runId;
    }

    /** As the file counts; of a package the place in it. */
    public int line() {
        return line;
    }

    public String label() {
        return label;
    }

    public Long applicationId() {
        return applicationId;
    }

    public String applicationNumber() {
        return applicationNumber;
    }

    Long registrationId() {
        return registrationId;
    }

    public Step step() {
        return step;
    }

    public String outcome() {
        return outcome;
    }

    public String note() {
        return note;
    }

    public State state() {
        return state;
    }

    public String reason() {
        return reason;
    }
}
