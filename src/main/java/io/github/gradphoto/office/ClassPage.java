package io.github.gradphoto.office;

import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** 班级进度: the class teacher's own students, without photos and ID numbers. */
@OfficePage
@PreAuthorize("hasAuthority('GROUP_class-teacher')")
class ClassPage {

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
    private final Clock clock;

    ClassPage(Notices notices, Roster roster, Progress progress, Clock clock) {
        this.notices = notices;
        this.roster = roster;
        this.progress = progress;
        this.clock = clock;
    }

    @GetMapping("/office/class")
    String page(Principal user, Model model) {
        notices.current().ifPresent(notice -> {
            model.addAttribute("notice", notice);
            model.addAttribute("daysLeft", notice.leftAt(clock.instant()).toDays());
            model.addAttribute("classes", classes(notice, user.getName()));
            model.addAttribute(
                    "address",
                    ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        });
        return "office/class";
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
