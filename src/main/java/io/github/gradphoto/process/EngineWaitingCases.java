package io.github.gradphoto.process;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.application.WaitingCases;
import io.github.gradphoto.prints.PrintQueue;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Joins the engine's open tasks with the cases: one statement, where the engine's own queries would load them all. */
@Component
@Transactional(readOnly = true)
class EngineWaitingCases implements WaitingCases, PrintQueue {

    private static final String AT_STEPS = """
             from ACT_RU_TASK task
            join ACT_RU_EXECUTION instance on instance.ID_ = task.PROC_INST_ID_
            join application on application.number = instance.BUSINESS_KEY_
            join student on student.id = application.student_id
            where task.TASK_DEF_KEY_ in (:keys)""";

    private static final String IN_NO_RUN =
            " and not exists (select 1 from print_run_member member where member.open_key = application.id)";

    private static final String CLASSES =
            "select application.notice_id, student.class_code, min(student.class_name) as class_name, count(*) as waiting";

    private static final String BY_CLASS = " group by application.notice_id, student.class_code"
            + " order by application.notice_id desc, student.class_code";

    private static final String NUMBERS = "select application.number";

    private static final String IN_ORDER = " order by student.class_code, student.student_number";

    private final JdbcClient jdbc;

    EngineWaitingCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Step, Integer> counts(Collection<Step> steps) {
        var counts = new EnumMap<Step, Integer>(Step.class);
        at(
                        steps,
                        "select task.TASK_DEF_KEY_ as task_key, count(*) as waiting" + AT_STEPS
                                + " group by task.TASK_DEF_KEY_")
                .query((RowCallbackHandler)
                        row -> counts.put(ProcessIds.step(row.getString("task_key")), row.getInt("waiting")));
        return counts;
    }

    @Override
    public List<ClassCount> classes(Collection<Step> steps) {
        return classes(at(steps, CLASSES + AT_STEPS + BY_CLASS));
    }

    @Override
    public List<String> numbers(Collection<Step> steps, String classCode, int most) {
        var ofClass = classCode.isEmpty() ? "" : " and student.class_code = :code";
        return at(steps, NUMBERS + AT_STEPS + ofClass + IN_ORDER + " fetch first " + most + " rows only")
                .param("code", classCode)
                .query(String.class)
                .list();
    }

    @Override
    public List<ClassCount> classes() {
        return classes(at(List.of(Step.PRINT_PHOTOS), CLASSES + AT_STEPS + IN_NO_RUN + BY_CLASS));
    }

    @Override
    public List<String> numbers(long noticeId, Collection<String> classCodes) {
        var chosen = " and application.notice_id = :notice and student.class_code in (:codes)";
        return at(List.of(Step.PRINT_PHOTOS), NUMBERS + AT_STEPS + IN_NO_RUN + chosen + IN_ORDER)
                .param("notice", noticeId)
                .param("codes", classCodes)
                .query(String.class)
                .list();
    }

    private JdbcClient.StatementSpec at(Collection<Step> steps, String statement) {
        return jdbc.sql(statement)
                .param("keys", steps.stream().map(ProcessIds::taskKey).toList());
    }

    private static List<ClassCount> classes(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, index) -> new ClassCount(
                        row.getLong("notice_id"),
                        row.getString("class_code"),
                        row.getString("class_name"),
                        row.getInt("waiting")))
                .list();
    }
}
