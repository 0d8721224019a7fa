package io.github.gradphoto.callnote;

import io.github.gradphoto.privacy.EncryptedText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** One call of a class teacher with a student: what was said, and on which day to call again, if at all. */
@Entity
public class CallNote {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private Long studentId;
    private String teacher;

    @Column(name = "note_enc")
    @Convert(converter = EncryptedText.class)
    private String note;

    private LocalDate againOn;
    private Instant notedAt;
    private Instant doneAt;

    protected CallNote() {}

    CallNote(long studentId, String teacher, String note, LocalDate againOn, Instant notedAt) {
        this.studentId = studentId;
        this.teacher = teacher;
        this.note = note;
        this.againOn = againOn;
        this.notedAt = notedAt;
    }

    /** There is nothing left to do about it. A second time changes nothing. */
    void done(Instant at) {
        if (doneAt == null) {
            doneAt = at;
        }
    }

    /** Whether it is time to call again. */
    public boolean isDue(LocalDate today) {
        return doneAt == null && againOn != null && !againOn.isAfter(today);
    }

    public boolean isOpen() {
        return doneAt == null && againOn != null;
    }

    public Long id() {
        return id;
    }

    public Long studentId() {
        return studentId;
    }

    String teacher() {
        return teacher;
    }

    public String note() {
        return note;
    }

    public LocalDate againOn() {
        return againOn;
    }

    public Instant notedAt() {
        return notedAt;
    }
}
