package io.github.gradphoto.process;

import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.registration.RegistrationProcess;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Runs of the registration, and what waits for them; the engine's tables are read in one statement for all cases. */
@Component
class EngineRegistrationProcess implements RegistrationProcess {

    private static final String AT_STEPS = """
            from ACT_RU_TASK task
            join ACT_RU_EXECUTION instance on instance.ID_ = task.PROC_INST_ID_
            join application on application.number = instance.BUSINESS_KEY_
            join student on student.id = application.student_id
            where task.TASK_DEF_KEY_ in (:keys) and student.rehearsal_id is null""";

    private static final String WAITING = """
            select application.id as application_id, application.student_id, application.number,
                   task.TASK_DEF_KEY_ as task_key, task.CREATE_TIME_ as since, task.DUE_DATE_ as due,
                   task.ASSIGNEE_ as holder
            %s
            order by task.CREATE_TIME_, application.number""".formatted(AT_STEPS);

    private static final String COUNTS =
            "select task.TASK_DEF_KEY_ as task_key, count(*) as waiting " + AT_STEPS + " group by task.TASK_DEF_KEY_";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;
    private final JdbcClient jdbc;

    EngineRegistrationProcess(RuntimeService runtime, TaskService tasks, IdentityService identity, JdbcClient jdbc) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void accepted(long runId) {
        runtime.createProcessInstanceByKey(ProcessIds.REGISTRATION_RUN)
                .businessKey("run-" + runId)
                .setVariable(ProcessVariable.RUN_ID.name(), runId)
                .execute();
    }

    /** By modification: a code that was there at the check and is gone at the release is no way that the diagram shows. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void backToCode(String number) {
        // Whoever tried to release may complete the task, and not move a case about.
        var me = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            moveBack(number);
        } finally {
            if (me != null) {
                identity.setAuthentication(me.getUserId(), me.getGroupIds());
            }
        }
    }

    private void moveBack(String number) {
        var release = ProcessIds.taskKey(Step.RELEASE_PHOTO);
        tasks.createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(release)
                .list()
                .forEach(task -> runtime.createProcessInstanceModification(task.getProcessInstanceId())
                        .startBeforeActivity("checkReleasable")
                        .cancelAllForActivity(release)
                        .execute());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Collection<Step> steps) {
        return waiting(jdbc.sql(WAITING), steps);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Collection<Step> steps, int from, int most) {
        return waiting(jdbc.sql(WAITING + " offset " + from + " rows fetch next " + most + " rows only"), steps);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Step, Integer> counts(Collection<Step> steps) {
        var counts = new EnumMap<Step, Integer>(Step.class);
        jdbc.sql(COUNTS).param("keys", keys(steps)).query((RowCallbackHandler)
                row -> counts.put(ProcessIds.step(row.getString("task_key")), row.getInt("waiting")));
        return counts;
    }

    private static List<String> keys(Collection<Step> steps) {
        return steps.stream().map(ProcessIds::taskKey).toList();
    }

    private static List<Waiting> waiting(JdbcClient.StatementSpec statement, Collection<Step> steps) {
        return statement
                .param("keys", keys(steps))
                .query((row, index) -> new Waiting(
                        row.getLong("application_id"),
                        row.getLong("student_id"),
                        new OpenStep(
                                row.getString("number"),
                                ProcessIds.step(row.getString("task_key")),
                                instant(row.getTimestamp("since")),
                                instant(row.getTimestamp("due"))),
                        row.getString("holder")))
                .list();
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
