package io.github.gradphoto.registration;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.registration.RegistrationRun.Kind;
import io.github.gradphoto.tabular.Column;
import io.github.gradphoto.tabular.TableReader;
import io.github.gradphoto.tabular.TableRow;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Everybody whom the list may mean. */
    private record Known(
            Map<String, Student> byNumber,
            Map<String, Student> byExam,
            Map<Long, RegistrationProcess.Waiting> waiting,
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
        return new Known(
                roster.byNumbers(values(rows, "STUDENT")),
                roster.byExamNumbers(values(rows, "EXAM")),
                process.waiting(STEPS).stream()
                        .collect(Collectors.toMap(
                                RegistrationProcess.Waiting::studentId, Function.identity(), (one, other) -> one)),
                new HashSet<>());
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
        return judged(item, student, result, known.waiting().get(student.id()));
    }

    private RunItem judged(RunItem item, Student student, Comparison result, RegistrationProcess.Waiting waiting) {
        if (waiting != null && waiting.open().step() == Step.ENTER_COMPARISON_RESULT) {
            return item.about(waiting.applicationId(), waiting.number(), null)
                    .todo(Step.ENTER_COMPARISON_RESULT, result.name(), null);
        }
        if (waiting != null && result == Comparison.PASSED) { // the registry looked at the evidence
            return item.about(waiting.applicationId(), waiting.number(), null)
                    .todo(Step.ENTER_REVERIFICATION_RESULT, result.name(), null);
        }
        return alreadyOrNot(item, student, result);
    }

    private RunItem alreadyOrNot(RunItem item, Student student, Comparison result) {
        var latest = applications.latestOf(student.id());
        if (latest.isEmpty()) {
            return item.bad(RowFault.NO_CASE);
        }
        var application = latest.get();
        item.about(application.id(), application.number(), null)
                .todo(Step.ENTER_COMPARISON_RESULT, result.name(), null);
        boolean same = registrations
                .findFirstByApplicationIdOrderByIdDesc(application.id())
                .filter(registration -> registration.comparison() == result
                        || result == Comparison.PASSED && registration.result() == Registration.Result.REGISTERED)
                .isPresent();
        if (same) {
            return item.nothingToDo(RunItem.State.ALREADY);
        }
        return item.bad(application.isRunning() ? RowFault.NOT_AT_STEP : RowFault.CASE_ENDED);
    }
}
