package io.github.gradphoto.process;

import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.progress.ProgressProcess;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the engine's tables for a whole notice, which its query interface cannot do in one statement. */
@Component
class EngineProgress implements ProgressProcess {

    private static final Map<String, Step> STEPS =
            Arrays.stream(Step.values()).collect(Collectors.toMap(ProcessIds::taskKey, step -> step));

    private final JdbcClient jdbc;

    EngineProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OpenStep> openSteps(long noticeId) {
        return jdbc.sql("""
                        select application.number as number, task.TASK_DEF_KEY_ as task_key,
                               task.CREATE_TIME_ as since, task.DUE_DATE_ as due
                        from ACT_RU_TASK task
                        join ACT_RU_EXECUTION instance on instance.ID_ = task.PROC_INST_ID_
                        join application on application.number = instance.BUSINESS_KEY_
                        where application.notice_id = :notice
                        order by task.CREATE_TIME_, task.ID_""")
                .param("notice", noticeId)
                .query((row, index) -> new OpenStep(
                        row.getString("number"),
                        ProcessIds.step(row.getString("task_key")),
                        instant(row.getTimestamp("since")),
                        instant(row.getTimestamp("due"))))
                .list();
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    @Override
    public Map<Step, StepTime> stepTimes(Instant since) {
        var times = new HashMap<Step, StepTime>();
        jdbc.sql("""
                        select TASK_DEF_KEY_ as task_key, count(*) as finished,
                               percentile_cont(0.5) within group (order by DURATION_) as median
                        from ACT_HI_TASKINST
                        where END_TIME_ >= :since and DELETE_REASON_ = 'completed'
                        group by TASK_DEF_KEY_""")
                .param("since", Timestamp.from(since))
                .query((row, index) -> {
                    var step = STEPS.get(row.getString("task_key"));
                    return step == null
                            ? null
                            : times.put(step, new StepTime(row.getLong("finished"), Duration.ofMillis((long)
                                    row.getDouble("median"))));
                })
                .list();
        return times;
    }
}
