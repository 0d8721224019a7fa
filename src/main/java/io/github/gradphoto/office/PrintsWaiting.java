package io.github.gradphoto.office;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.application.WaitingCases;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.prints.PrintQueue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What waits at a step of the mail room, by notice and class. */
@Component
class PrintsWaiting {

    /** One case with whom it is about. */
    record Waiting(Application application, Student student) {}

    /** @param share of the largest class, in percent, for a bar */
    record ClassCount(long noticeId, String notice, String classCode, String className, int count, int share) {}

    private final WaitingCases waiting;
    private final PrintQueue queue;
    private final Applications applications;
    private final Roster roster;
    private final Notices notices;

    PrintsWaiting(WaitingCases waiting, PrintQueue queue, Applications applications, Roster roster, Notices notices) {
        this.waiting = waiting;
        this.queue = queue;
        this.applications = applications;
        this.roster = roster;
        this.notices = notices;
    }

    Map<Step, Integer> counts(Step... steps) {
        return waiting.counts(List.of(steps));
    }

    /** Name of each class in which somebody waits, by its code. */
    Map<String, String> classNames(Step step) {
        var names = new TreeMap<String, String>();
        waiting.classes(List.of(step)).forEach(one -> names.put(one.classCode(), one.className()));
        return names;
    }

    List<Waiting> at(Step step) {
        return at(step, "", Integer.MAX_VALUE);
    }

    /** By class and student number. @param classCode empty for all */
    List<Waiting> at(Step step, String classCode, int most) {
        var numbers = waiting.numbers(List.of(step), classCode, most);
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
    List<ClassCount> toPrint() {
        var known = notices.all().stream().collect(Collectors.toMap(Notice::id, Notice::documentNumber));
        var classes = queue.classes();
        int most =
                classes.stream().mapToInt(WaitingCases.ClassCount::count).max().orElse(1);
        return classes.stream()
                .map(one -> new ClassCount(
                        one.noticeId(),
                        known.get(one.noticeId()),
                        one.classCode(),
                        one.className(),
                        one.count(),
                        100 * one.count() / most))
                .toList();
    }
}
