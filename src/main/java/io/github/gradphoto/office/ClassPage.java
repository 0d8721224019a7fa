package io.github.gradphoto.office;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.callnote.CallNote;
import io.github.gradphoto.callnote.CallNotes;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 班级进度: the class teacher's own students, without photos and ID numbers. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_class-teacher')")
class ClassPage {

    /** A call that was to be repeated, and whose time has come. */
    record DueCall(CallNote note, Student student) {}

    /** One class of the teacher. */
    record SchoolClass(String name, Figures figures, List<StudentProgress> students) {

        /** Names of those whom a word would help, for the class's own group. */
        public String needed() {
            return students.stream()
                    .filter(StudentProgress::needsStudent)
                    .map(student -> student.student().name())
                    .collect(Collectors.joining("、"));
        }
    }

    private final Notices notices;
    private final Roster roster;
    private final Progress progress;
    private final CallNotes calls;
    private final Clock clock;

    ClassPage(Notices notices, Roster roster, Progress progress, CallNotes calls, Clock clock) {
        this.notices = notices;
        this.roster = roster;
        this.progress = progress;
        this.calls = calls;
        this.clock = clock;
    }

    @GetMapping("/office/class")
    String page(Principal user, Model model) {
        notices.current().ifPresent(notice -> {
            model.addAttribute("notice", notice);
            model.addAttribute("daysLeft", notice.leftAt(clock.instant()).toDays());
            var classes = classes(notice, user.getName());
            model.addAttribute("classes", classes);
            calls(classes, user.getName(), model);
            model.addAttribute(
                    "address",
                    ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        });
        return "office/class";
    }

    private void calls(List<SchoolClass> classes, String teacher, Model model) {
        var today = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
        var students = classes.stream()
                .flatMap(group -> group.students().stream())
                .map(StudentProgress::student)
                .collect(Collectors.toMap(Student::id, Function.identity()));
        var notes = calls.of(teacher, students.keySet());
        model.addAttribute("tomorrow", today.plusDays(1));
        model.addAttribute("notes", notes.stream().collect(Collectors.groupingBy(CallNote::studentId)));
        model.addAttribute(
                "dueCalls",
                notes.stream()
                        .filter(note -> note.isDue(today))
                        .sorted(Comparator.comparing(CallNote::againOn))
                        .map(note -> new DueCall(note, students.get(note.studentId())))
                        .toList());
    }

    private List<SchoolClass> classes(Notice notice, String teacher) {
        var students = roster.ofTeacher(teacher).stream()
                .filter(student -> isAddressed(notice, student))
                .toList();
        var classes = new LinkedHashMap<String, List<StudentProgress>>();
        progress.of(notice, students)
                .forEach(student -> classes.computeIfAbsent(student.student().className(), name -> new ArrayList<>())
                        .add(student));
        return classes.entrySet().stream()
                .map(entry ->
                        new SchoolClass(entry.getKey(), Figures.of(entry.getKey(), entry.getValue()), entry.getValue()))
                .toList();
    }

    private static boolean isAddressed(Notice notice, Student student) {
        return student.cohort() == notice.cohort() && notice.admissionType().equals(student.admissionType());
    }
}
