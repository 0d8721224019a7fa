package io.github.gradphoto.roster;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.RosterCorrections;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.privacy.Mask;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.roster.RegisteredRow.Effect;
import io.github.gradphoto.roster.RosterFault.Reason;
import io.github.gradphoto.roster.RosterImport.Kind;
import io.github.gradphoto.tabular.Column;
import io.github.gradphoto.tabular.ListUploads;
import io.github.gradphoto.tabular.TableRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 学信网已有学历照片的学生: they are marked, so that nobody collects or pays twice, and their running cases end. */
@Service
public class RegisteredList {

    private static final String UPLOAD = "REGISTERED";
    private static final List<Column> COLUMNS = List.of(
            Column.optional("STUDENT", "学号", "学生学号", "student number"),
            Column.optional("EXAM", "考生号", "exam number"),
            Column.optional("ID", "证件号", "证件号码", "身份证号", "身份证号码", "id number"),
            Column.optional("NAME", "姓名", "学生姓名", "name"),
            Column.optional("HAS", "学信网有无学历照片", "有无学历照片", "学历照片", "photo at the registry"));

    private final ListUploads uploads;
    private final Roster roster;
    private final Applications applications;
    private final RosterCorrections corrections;
    private final RosterImports imports;

    RegisteredList(
            ListUploads uploads,
            Roster roster,
            Applications applications,
            RosterCorrections corrections,
            RosterImports imports) {
        this.uploads = uploads;
        this.roster = roster;
        this.applications = applications;
        this.corrections = corrections;
        this.imports = imports;
    }

    /** @return the key of the preview. @throws Refusal when the file is no such list, registeredColumnMissing */
    @Transactional
    public long upload(byte[] file, String by) {
        long id = uploads.keep(UPLOAD, file, COLUMNS, by);
        if (rows(id, by).stream().allMatch(row -> key(row).isEmpty())) {
            throw Refusal.invalid("registeredColumnMissing");
        }
        return id;
    }

    private List<TableRow> rows(long id, String by) {
        return uploads.read(UPLOAD, id, COLUMNS, by).rows();
    }

    private static String key(TableRow row) {
        return row.get("STUDENT") + row.get("EXAM") + row.get("ID");
    }

    /** @throws Refusal listGone */
    @Transactional(readOnly = true)
    public List<RegisteredRow> preview(long id, String by) {
        var rows = rows(id, by);
        var found = new Found(rows);
        var students = rows.stream().map(found::student).toList();
        var ending = ending(students);
        var seen = new HashSet<Long>();
        var preview = new ArrayList<RegisteredRow>();
        for (int i = 0; i < rows.size(); i++) {
            preview.add(seen(rows.get(i), students.get(i), seen, ending));
        }
        return preview;
    }

    private static RegisteredRow seen(TableRow row, Student student, Set<Long> seen, Set<Long> ending) {
        var fault = fault(row, student);
        if (fault != null) {
            return new RegisteredRow(row.number(), shown(row), null, Effect.BAD, fault);
        }
        boolean says = !"NO".equals(RosterValues.YES_NO.get(RosterValues.word(row.get("HAS"))));
        boolean first = seen.add(student.id());
        var effect = !says || !first || Boolean.TRUE.equals(student.isPhotoRegistered())
                ? Effect.SAME
                : ending.contains(student.id()) ? Effect.ENDS_CASE : Effect.MARKED;
        return new RegisteredRow(row.number(), student.studentNumber(), student.name(), effect, null);
    }

    private static Reason fault(TableRow row, Student student) {
        if (row.lostDigits("STUDENT") || row.lostDigits("EXAM") || row.lostDigits("ID")) {
            return Reason.DIGITS_LOST;
        }
        if (key(row).isEmpty()) {
            return Reason.MISSING;
        }
        if (student == null) {
            return Reason.STUDENT_UNKNOWN;
        }
        var has = row.get("HAS");
        if (!has.isEmpty() && !RosterValues.YES_NO.containsKey(RosterValues.word(has))) {
            return Reason.YES_NO_UNKNOWN;
        }
        var name = RosterValues.name(RosterValues.visible(row.get("NAME")));
        return name.isEmpty() || name.equals(student.name()) ? null : Reason.NAME_DIFFERS;
    }

    private static String shown(TableRow row) {
        if (!row.get("STUDENT").isEmpty()) {
            return row.get("STUDENT");
        }
        return row.get("EXAM").isEmpty() ? Mask.idNumber(row.get("ID")) : row.get("EXAM");
    }

    private Set<Long> ending(List<Student> students) {
        var ids = students.stream()
                .filter(Objects::nonNull)
                .map(Student::id)
                .distinct()
                .toList();
        return corrections.endingWhenRegistered(applications.runningOf(ids)).stream()
                .map(Application::studentId)
                .collect(Collectors.toSet());
    }

    /** Takes in the good lines that say something new. @return the key of the import @throws Refusal listChanged and others */
    @Transactional
    public long accept(long id, String seen, String by) {
        var rows = preview(id, by);
        if (!seen(rows).equals(seen)) {
            throw Refusal.conflict("listChanged");
        }
        uploads.remove(UPLOAD, id, by);
        var work = rows.stream()
                .filter(row -> row.effect() == Effect.MARKED || row.effect() == Effect.ENDS_CASE)
                .map(row -> new RosterLine(row.line(), row.number(), Map.of(RosterField.PHOTO_REGISTERED, "YES")))
                .toList();
        return imports.start(Kind.REGISTERED, work, count(rows, Effect.SAME), count(rows, Effect.BAD), by);
    }

    /** What was seen, so that something else is not taken in. */
    public static String seen(List<RegisteredRow> rows) {
        return Seen.digest(rows);
    }

    public static int count(List<RegisteredRow> rows, Effect effect) {
        return (int) rows.stream().filter(row -> row.effect() == effect).count();
    }

    public void discard(long id, String by) {
        uploads.remove(UPLOAD, id, by);
    }

    /** Whom the lines mean, by the first of their numbers that is there. */
    private final class Found {

        private final Map<String, Student> byStudent;
        private final Map<String, Student> byExam;
        private final Map<String, Student> byId;

        Found(List<TableRow> rows) {
            byStudent = roster.byNumbers(keys(rows, row -> row.get("STUDENT")));
            byExam = roster.byExamNumbers(keys(rows, row -> row.get("EXAM")));
            byId = roster.byIdNumbers(keys(rows, row -> RosterValues.word(row.get("ID"))));
        }

        private static Set<String> keys(List<TableRow> rows, Function<TableRow, String> key) {
            return rows.stream().map(key).filter(text -> !text.isEmpty()).collect(Collectors.toSet());
        }

        Student student(TableRow row) {
            if (!row.get("STUDENT").isEmpty()) {
                return byStudent.get(row.get("STUDENT"));
            }
            return row.get("EXAM").isEmpty() ? byId.get(RosterValues.word(row.get("ID"))) : byExam.get(row.get("EXAM"));
        }
    }
}
