package io.github.gradphoto.campaign;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Student;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who of a notice has something to do before the close, and what. */
@Component
@Transactional(readOnly = true)
class Unfinished {

    private final Applications applications;
    private final ApplicationProcess process;

    Unfinished(Applications applications, ApplicationProcess process) {
        this.applications = applications;
        this.process = process;
    }

    /**
     * @return the steps that wait for each student up to the photo; none for who has not applied; who needs no reminder is
     *     not in it
     */
    Map<Student, List<Step>> among(Notice notice, Collection<Student> students) {
        var newest = newest(notice, students);
        var open = process.openSteps(
                newest.values().stream().map(Application::number).toList());
        var unfinished = new LinkedHashMap<Student, List<Step>>();
        for (var student : students) {
            var application = newest.get(student.id());
            if (application == null) {
                if (!Boolean.TRUE.equals(student.isPhotoRegistered())) {
                    unfinished.put(student, List.of());
                }
            } else if (application.isRunning()) {
                var waiting = open.getOrDefault(application.number(), List.of()).stream()
                        .map(OpenStep::step)
                        .filter(Step::isBoundToTheClose)
                        .distinct()
                        .toList();
                if (!waiting.isEmpty()) {
                    unfinished.put(student, waiting);
                }
            }
        }
        return unfinished;
    }

    Map<Long, Application> newest(Notice notice, Collection<Student> students) {
        var newest = new HashMap<Long, Application>();
        applications.ofStudents(students.stream().map(Student::id).toList()).stream()
                .filter(application -> application.noticeId().equals(notice.id()))
                .forEach(application -> newest.put(application.studentId(), application));
        return newest;
    }
}
