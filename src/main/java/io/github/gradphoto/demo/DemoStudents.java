package io.github.gradphoto.demo;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Phase;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DemoRoster.Special;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everybody whom a visitor of the demo can be, by where their case stands now. */
@Component
@Profile("demo")
@Transactional(readOnly = true)
class DemoStudents {

    /** Group of those who have not applied yet. */
    static final String NEW = "NEW";
    /** Group of those whose case waits for nobody any more. */
    static final String OVER = "OVER";

    /** @param idLastSix what a student types to sign in; only made-up people's are ever shown */
    record Row(
            String studentNumber,
            String idLastSix,
            String name,
            String className,
            String applicationNumber,
            List<Step> steps) {}

    private final Roster roster;
    private final Applications applications;
    private final ApplicationProcess process;

    DemoStudents(Roster roster, Applications applications, ApplicationProcess process) {
        this.roster = roster;
        this.applications = applications;
        this.process = process;
    }

    /** Rows by group, in the order of the notice's stages; groups without a row are left out. */
    Map<String, List<Row>> byStage() {
        var students = DemoAccounts.TEACHERS.stream()
                .flatMap(teacher -> roster.ofTeacher(teacher.username()).stream())
                .toList();
        var newest = applications.ofStudents(students.stream().map(Student::id).toList()).stream()
                .collect(Collectors.toMap(Application::studentId, Function.identity(), (older, newer) -> newer));
        var open = process.openSteps(
                newest.values().stream().map(Application::number).toList());
        var groups = emptyGroups();
        for (var student : students) {
            var application = newest.get(student.id());
            var steps = application == null ? List.<Step>of() : steps(open.get(application.number()));
            groups.get(application == null ? NEW : stage(steps)).add(row(student, application, steps));
        }
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    /** The application whose message was made to fail. */
    Optional<String> withFailingMail(Notice notice) {
        return roster.byNumber(Special.FEE_EXEMPT.studentNumber(notice.cohort()))
                .flatMap(student -> applications.latestOf(student.id()))
                .map(Application::number);
    }

    private static Map<String, List<Row>> emptyGroups() {
        var groups = new LinkedHashMap<String, List<Row>>();
        for (var phase : Phase.values()) {
            groups.put(phase.name(), new ArrayList<>());
        }
        groups.put(OVER, new ArrayList<>());
        groups.put(NEW, new ArrayList<>());
        return groups;
    }

    private static List<Step> steps(List<OpenStep> open) {
        return open == null
                ? List.of()
                : open.stream().map(OpenStep::step).sorted().toList();
    }

    /** 图像校对 waits beside everything that follows, so it names the stage only when nothing else does. */
    private static String stage(List<Step> steps) {
        return steps.stream()
                .filter(step -> steps.size() == 1 || step != Step.CONFIRM_AT_REGISTRY)
                .map(Step::phase)
                .min(Comparator.naturalOrder())
                .map(Phase::name)
                .orElse(OVER);
    }

    private static Row row(Student student, Application application, List<Step> steps) {
        var id = student.idNumber();
        return new Row(
                student.studentNumber(),
                id.substring(id.length() - 6),
                student.name(),
                student.className(),
                application == null ? null : application.number(),
                steps);
    }
}
