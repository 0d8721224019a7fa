package io.github.gradphoto.office;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.StaffTasks;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.prints.PrintRuns;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What waits at a step of the mail room, by notice and class, as far as the signed-in person may see it. */
@Component
class PrintsWaiting {

    /** One case with whom it is about. */
    record Waiting(Application application, Student student) {}

    /** @param share of the largest class, in percent, for a bar */
    record ClassCount(long noticeId, String notice, String classCode, String className, int count, int share) {}

    private final StaffTasks tasks;
    private final Applications applications;
    private final Roster roster;
    private final Notices notices;
    private final PrintRuns runs;

    PrintsWaiting(StaffTasks tasks, Applications applications, Roster roster, Notices notices, PrintRuns runs) {
        this.tasks = tasks;
        this.applications = applications;
        this.roster = roster;
        this.notices = notices;
        this.runs = runs;
    }

    int count(Step step) {
        return tasks.numbersAt(step).size();
    }

    /** By class and student number. */
    List<Waiting> at(Step step) {
        var numbers = tasks.numbersAt(step);
        if (numbers.isEmpty()) {
            return List.of();
        }
        var cases = applications.byNumbers(numbers);
        var students = roster.byIds(cases.stream().map(Application::studentId).toList());
        return cases.stream()
                .map(one -> new Waiting(one, students.get(one.studentId())))
                .sorted(Comparator.comparing((Waiting one) -> one.student().classCode())
                        .thenComparing(one -> one.student().studentNumber()))
                .toList();
    }

    /** Those whose prints are in no run that is still open. */
    List<Waiting> toPrint() {
        var taken = runs.inOpenRuns();
        return at(Step.PRINT_PHOTOS).stream()
                .filter(one -> !taken.contains(one.application().id()))
                .toList();
    }

    List<ClassCount> classes(List<Waiting> waiting) {
        var known = notices.all().stream().collect(Collectors.toMap(Notice::id, Notice::documentNumber));
        record Key(long notice, String code, String name) {}
        Map<Key, Long> counts = waiting.stream()
                .collect(Collectors.groupingBy(
                        one -> new Key(
                                one.application().noticeId(),
                                one.student().classCode(),
                                one.student().className()),
                        Collectors.counting()));
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        return counts.entrySet().stream()
                .map(one -> new ClassCount(
                        one.getKey().notice(),
                        known.get(one.getKey().notice()),
                        one.getKey().code(),
                        one.getKey().name(),
                        one.getValue().intValue(),
                        (int) (100 * one.getValue() / most)))
                .sorted(Comparator.comparing(ClassCount::noticeId).reversed().thenComparing(ClassCount::classCode))
                .toList();
    }
}
