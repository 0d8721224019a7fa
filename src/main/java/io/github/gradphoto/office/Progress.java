package io.github.gradphoto.office;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Phase;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Student;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out for many students at once how far they got: three statements, however many they are. */
@Component
class Progress {

    /** What waits for the student comes first, then what is due first. */
    private static final Comparator<OpenStep> WORTH_KNOWING = Comparator.<OpenStep, Boolean>comparing(
                    open -> !open.step().isStudents())
            .thenComparing(OpenStep::due, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Applications applications;
    private final ApplicationProcess process;
    private final Clock clock;

    Progress(Applications applications, ApplicationProcess process, Clock clock) {
        this.applications = applications;
        this.process = process;
        this.clock = clock;
    }

    List<StudentProgress> of(Notice notice, Collection<Student> students) {
        var newest = newest(notice, students);
        var open = process.openSteps(
                newest.values().stream().map(Application::number).toList());
        var now = clock.instant();
        return students.stream()
                .map(student -> {
                    var application = Optional.ofNullable(newest.get(student.id()));
                    var steps = application
                            .map(a -> open.getOrDefault(a.number(), List.of()))
                            .orElse(List.of());
                    return of(notice, student, application.orElse(null), steps, now);
                })
                .toList();
    }

    private Map<Long, Application> newest(Notice notice, Collection<Student> students) {
        var newest = new HashMap<Long, Application>();
        applications.ofStudents(students.stream().map(Student::id).toList()).stream()
                .filter(application -> application.noticeId().equals(notice.id()))
                .forEach(application -> newest.put(application.studentId(), application));
        return newest;
    }

    private static StudentProgress of(
            Notice notice, Student student, Application application, List<OpenStep> steps, Instant now) {
        var step = steps.stream().min(WORTH_KNOWING).orElse(null);
        var state = state(application, step);
        var due = state == StudentProgress.State.NOT_APPLIED ? notice.closesAt() : step == null ? null : step.due();
        return new StudentProgress(student, application, step, phase(steps), state, due, light(state, step, due, now));
    }

    private static StudentProgress.State state(Application application, OpenStep step) {
        if (application == null) {
            return StudentProgress.State.NOT_APPLIED;
        }
        return switch (application.state()) {
            case RUNNING -> step == null ? StudentProgress.State.WAITING : StudentProgress.State.RUNNING;
            case REFUSED -> StudentProgress.State.REFUSED;
            case REGISTRATION_FAILED -> StudentProgress.State.REGISTRATION_FAILED;
            case ENDED -> StudentProgress.State.ENDED;
            case COLLECTED -> StudentProgress.State.COLLECTED;
        };
    }

    /** The furthest: registration, prints and certificate go on side by side. */
    private static Phase phase(List<OpenStep> steps) {
        return steps.stream()
                .map(OpenStep::step)
                .filter(step -> step != Step.DECIDE_LATE_CASE)
                .map(Step::phase)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static StudentProgress.Light light(StudentProgress.State state, OpenStep step, Instant due, Instant now) {
        if (state == StudentProgress.State.REGISTRATION_FAILED || due != null && due.isBefore(now)) {
            return StudentProgress.Light.RED;
        }
        boolean needsStudent = state == StudentProgress.State.NOT_APPLIED
                || step != null && step.step().isStudents();
        return needsStudent ? StudentProgress.Light.YELLOW : StudentProgress.Light.GREEN;
    }
}
