package io.github.gradphoto.callnote;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The call notes of class teachers. Each sees their own, of students who are in their class now. */
@Service
@Transactional
public class CallNotes {

    private static final int LONGEST = 200;
    private static final int FARTHEST_DAYS = 180;

    private final CallNoteRepository notes;
    private final Roster roster;
    private final AuditLog audit;
    private final Clock clock;

    CallNotes(CallNoteRepository notes, Roster roster, AuditLog audit, Clock clock) {
        this.notes = notes;
        this.roster = roster;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes a call; the calls with this student that were to follow are done with it.
     *
     * @param againOn a day from tomorrow on as 2026-06-12, or empty
     * @throws Refusal noStudent, also for one of another class; noteNeeded, textTooLong, noteWithNumber, dayInvalid,
     *     againOnInvalid
     */
    public void add(long studentId, String note, String againOn, String teacher) {
        ensureOwn(studentId, teacher);
        var text = note == null ? "" : note.strip();
        if (text.isEmpty()) {
            throw Refusal.invalid("noteNeeded");
        }
        if (text.length() > LONGEST) {
            throw Refusal.invalid("textTooLong", LONGEST);
        }
        if (text.replaceAll("[\\s-]", "").matches("(?s).*\\d{17}[\\dXx].*")) {
            throw Refusal.invalid("noteWithNumber");
        }
        var day = day(againOn);
        notes.findByTeacherAndStudentIdAndDoneAtIsNull(teacher, studentId)
                .forEach(earlier -> earlier.done(clock.instant()));
        notes.save(new CallNote(studentId, teacher, text, day, clock.instant()));
        audit.record(teacher, "call-noted", "student-" + studentId, null);
    }

    private LocalDate day(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            var day = LocalDate.parse(typed.strip());
            if (!day.isAfter(today()) || day.isAfter(today().plusDays(FARTHEST_DAYS))) {
                throw Refusal.invalid("againOnInvalid", FARTHEST_DAYS);
            }
            return day;
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("dayInvalid");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
    }

    /** @throws Refusal noStudent, also for a note of somebody else */
    public void done(long id, String teacher) {
        var note = notes.findById(id)
                .filter(found -> found.teacher().equals(teacher))
                .orElseThrow(() -> Refusal.notFound("noNote"));
        ensureOwn(note.studentId(), teacher);
        note.done(clock.instant());
    }

    private void ensureOwn(long studentId, String teacher) {
        if (!teacher.equals(roster.byId(studentId).classTeacher())) {
            throw Refusal.notFound("noStudent");
        }
    }

    /** The teacher's own notes of these students, newest first. */
    @Transactional(readOnly = true)
    public List<CallNote> of(String teacher, Collection<Long> studentIds) {
        return studentIds.isEmpty() ? List.of() : notes.findByTeacherAndStudentIdInOrderByIdDesc(teacher, studentIds);
    }
}
