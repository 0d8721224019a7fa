package io.github.gradphoto.registration;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.registration.RegistrationRun.Kind;
import io.github.gradphoto.tabular.Column;
import io.github.gradphoto.tabular.TableReader;
import io.github.gradphoto.tabular.TableRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 学信网学生名单: the registry's comparison of each photo with the admission photo, in its column {@code bz} (N16). */
@Service
@Transactional
public class RegistryList {

    private static final List<Column> COLUMNS = List.of(
            Column.optional("STUDENT", "学号", "xh", "student number"),
            Column.optional("EXAM", "考生号", "ksh", "exam number"),
            Column.optional("NAME", "姓名", "xm", "name"),
            Column.required("BZ", "bz", "比对结果", "人像比对结果", "comparison"));

    private static final Map<String, Comparison> RESULTS = Map.of(
            "通过", Comparison.PASSED,
            "未通过", Comparison.FAILED,
            "不通过", Comparison.FAILED,
            "不确定", Comparison.UNSURE,
            "异常", Comparison.ABNORMAL);

    private static final List<Step> STEPS = List.of(Step.ENTER_COMPARISON_RESULT, Step.ENTER_REVERIFICATION_RESULT);

    /** Keys in one statement. */
    private static final int AT_ONCE = 500;

    /** Everybody whom the list may mean. */
    private record Known(
            Map<String, Student> byNumber,
            Map<String, Student> byExam,
            Map<Long, RegistrationProcess.Waiting> waiting,
            Map<Long, Application> latest,
            Map<Long, Registration> registrations,
            Set<Long> seen) {}

    private final RegistrationRuns runs;
    private final RegistrationProcess process;
    private final RegistrationRepository registrations;
    private final Applications applications;
    private final Roster roster;

    RegistryList(
            RegistrationRuns runs,
            RegistrationProcess process,
            RegistrationRepository registrations,
            Applications applications,
            Roster roster) {
        this.runs = runs;
        this.process = process;
        this.registrations = registrations;
        this.applications = applications;
        this.roster = roster;
    }

    /** @return the run to look at. @throws Refusal when the file is no such list, comparisonColumnMissing */
    public long upload(byte[] file, String by) {
        var table = TableReader.read(file, COLUMNS);
        if (table.rows().stream()
                .allMatch(row -> row.get("STUDENT").isEmpty() && row.get("EXAM").isEmpty())) {
            throw Refusal.invalid("comparisonColumnMissing");
        }
        var known = known(table.rows());
        var items = table.rows().stream().map(row -> item(row, known)).toList();
        return runs.keep(Kind.COMPARISON, items, by).id();
    }

    private Known known(List<TableRow> rows) {
        var byNumber = roster.byNumbers(values(rows, "STUDENT"));
        var byExam = roster.byExamNumbers(values(rows, "EXAM"));
        // A cumulative list is sent again and again: most of its rows ask what became of them long ago.
        var latest = new HashMap<Long, Application>();
        for (var some : parts(Stream.of(byNumber, byExam)
                .flatMap(students -> students.values().stream())
                .map(Student::id)
                .distinct()
                .toList())) {
            applications.ofStudents(some).forEach(application -> latest.put(application.studentId(), application));
        }
        var waiting = process.waiting(STEPS).stream()
                .collect(Collectors.toMap(
                        RegistrationProcess.Waiting::studentId, Function.identity(), (one, other) -> one));
        var cases = Stream.concat(
                        latest.values().stream().map(Application::id),
                        latest.keySet().stream()
                                .map(waiting::get)
                                .filter(Objects::nonNull)
                                .map(RegistrationProcess.Waiting::applicationId))
                .distinct()
                .toList();
        return new Known(byNumber, byExam, waiting, latest, registered(cases), new HashSet<>());
    }

    /** The last registration of each case. */
    private Map<Long, Registration> registered(List<Long> cases) {
        var registered = new HashMap<Long, Registration>();
        for (var some : parts(cases)) {
            registrations
                    .findByApplicationIdInOrderById(some)
                    .forEach(registration -> registered.put(registration.applicationId(), registration));
        }
        return registered;
    }

    private static List<List<Long>> parts(List<Long> all) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + AT_ONCE)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                .toList();
    }

    private static List<String> values(List<TableRow> rows, String column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private RunItem item(TableRow row, Known known) {
        var number = row.get("STUDENT");
        var item = new RunItem(row.number(), number.isEmpty() ? row.get("EXAM") : number);
        if (row.lostDigits("STUDENT") || row.lostDigits("EXAM")) {
            return item.bad(RowFault.DIGITS_LOST);
        }
        var student = number.isEmpty()
                ? known.byExam().get(row.get("EXAM"))
                : known.byNumber().get(number);
        if (student == null) {
            return item.bad(RowFault.STUDENT_UNKNOWN);
        }
        if (!row.get("NAME").isEmpty() && !row.get("NAME").equals(student.name())) {
            return item.bad(RowFault.NAME_DIFFERS);
        }
        if (!known.seen().add(student.id())) {
            return item.bad(RowFault.TWICE);
        }
        if (row.get("BZ").isEmpty()) {
            return item.nothingToDo(RunItem.State.EMPTY);
        }
        var result = RESULTS.get(row.get("BZ"));
        if (result == null) {
            return item.bad(RowFault.RESULT_UNKNOWN);
        }
        return judged(item, student, result, known);
    }

    /** Bound to the photo that the registry has now: a list accepted late says nothing of one that came after it. */
    private static RunItem judged(RunItem item, Student student, Comparison result, Known known) {
        var waiting = known.waiting().get(student.id());
        var application = known.latest().get(student.id());
        if (waiting != null) {
            var registration = known.registrations().get(waiting.applicationId());
            item.about(waiting.applicationId(), waiting.number(), registration == null ? null : registration.id());
            if (waiting.open().step() == Step.ENTER_COMPARISON_RESULT) {
                return item.todo(Step.ENTER_COMPARISON_RESULT, result.name(), null);
            }
            if (result == Comparison.PASSED) { // the registry looked at the evidence
                return item.todo(Step.ENTER_REVERIFICATION_RESULT, result.name(), null);
            }
        }
        return application == null
                ? item.bad(RowFault.NO_CASE)
                : alreadyOrNot(item, application, result, known.registrations().get(application.id()));
    }

    /** @param registration the last of the case, or null */
    private static RunItem alreadyOrNot(
            RunItem item, Application application, Comparison result, Registration registration) {
        item.about(application.id(), application.number(), registration == null ? null : registration.id())
                .todo(Step.ENTER_COMPARISON_RESULT, result.name(), null);
        boolean same = registration != null
                && (registration.comparison() == result
                        || result == Comparison.PASSED && registration.result() == Registration.Result.REGISTERED);
        if (same) {
            return item.nothingToDo(RunItem.State.ALREADY);
        }
        return item.bad(application.isRunning() ? RowFault.NOT_AT_STEP : RowFault.CASE_ENDED);
    }
}
