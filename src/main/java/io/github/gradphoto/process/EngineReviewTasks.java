package io.github.gradphoto.process;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.review.ReviewTasks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The reviewers' queue in one statement, whatever its length: the engine's query interface can neither order by our doubts
 * nor page by them. A task is seen by its candidate groups, as in Tasklist.
 */
@Component
class EngineReviewTasks implements ReviewTasks {

    private static final List<String> KEYS =
            STEPS.stream().map(ProcessIds::taskKey).toList();

    private static final String QUEUE = """
        from ACT_RU_TASK task
        join ACT_RU_EXECUTION instance on instance.ID_ = task.PROC_INST_ID_
        join application a on a.number = instance.BUSINESS_KEY_
        join photo p on p.application_id = a.id and p.state = 'IN_REVIEW'
        where task.TASK_DEF_KEY_ in (:keys)
          and exists (select 1 from ACT_RU_IDENTITYLINK link where link.TASK_ID_ = task.ID_
                      and link.TYPE_ = 'candidate' and link.GROUP_ID_ in (:groups))
          and not (task.TASK_DEF_KEY_ = :secondKey and exists (select 1 from review r
                   where r.photo_id = p.id and r.reviewer = :me and r.decision = 'SECOND_OPINION'
                     and r.recalled_at is null))
        """;

    private static final String COLUMNS = """
        select a.number, a.student_id, task.ID_ as task_id, task.TASK_DEF_KEY_ as task_key, p.id as photo_id,
               p.attempt, p.check_warnings, p.uploaded_at, task.CREATE_TIME_ as since, task.DUE_DATE_ as due,
               task.ASSIGNEE_ as holder
        """;

    /** How many warnings the list names, by its commas. */
    private static final String ORDER = """
         order by case when p.check_warnings is null then 0
                  else 1 + length(p.check_warnings) - length(replace(p.check_warnings, ',', '')) end desc,
                  p.uploaded_at, p.id
        """;

    private static final Map<Part, String> PARTS = Map.of(
            Part.ALL, "",
            Part.DOUBTFUL, " and p.check_warnings is not null",
            Part.LATE, " and task.DUE_DATE_ < :now",
            Part.SECOND_OPINION, " and task.TASK_DEF_KEY_ = :secondKey",
            Part.MINE, " and task.ASSIGNEE_ = :me");

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final IdentityService identity;
    private final Clock clock;

    EngineReviewTasks(JdbcClient jdbc, TaskService tasks, IdentityService identity, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.identity = identity;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> worstFirst(Reader reader, Part part, int from, int most) {
        return jdbc.sql(COLUMNS + QUEUE + PARTS.get(part) + ORDER + " offset :from rows fetch next :most rows only")
                .params(parameters(reader, Map.of("from", from, "most", most)))
                .query(EngineReviewTasks::waiting)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Waiting> free(Reader reader, Collection<String> except, int most) {
        return jdbc.sql(COLUMNS + QUEUE + " and (task.ASSIGNEE_ is null or task.ASSIGNEE_ = :me)"
                        + " and a.number not in (:except)" + ORDER + " fetch next :most rows only")
                .params(parameters(
                        reader, Map.of("most", most, "except", except.isEmpty() ? List.of("-") : List.copyOf(except))))
                .query(EngineReviewTasks::waiting)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public long count(Reader reader, Part part) {
        return jdbc.sql("select count(*) " + QUEUE + PARTS.get(part))
                .params(parameters(reader, Map.of()))
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Waiting> of(Reader reader, String number) {
        return jdbc.sql(COLUMNS + QUEUE + " and a.number = :number")
                .params(parameters(reader, Map.of("number", number)))
                .query(EngineReviewTasks::waiting)
                .optional();
    }

    private Map<String, Object> parameters(Reader reader, Map<String, Object> more) {
        var all = new HashMap<String, Object>(more);
        all.put("keys", KEYS);
        all.put("groups", reader.groups().isEmpty() ? List.of("-") : reader.groups());
        all.put("secondKey", ProcessIds.taskKey(Step.GIVE_SECOND_OPINION));
        all.put("me", reader.username());
        all.put("now", Timestamp.from(clock.instant()));
        return all;
    }

    @Override
    @Transactional
    public void claim(Reader reader, String number) {
        var waiting = of(reader, number)
                .filter(task -> !task.isHeldByAnother(reader.username()))
                .orElseThrow(() -> Refusal.conflict("reviewTaken"));
        identity.setAuthentication(reader.username(), List.copyOf(reader.groups()));
        try {
            tasks.claim(waiting.taskId(), reader.username());
        } catch (TaskAlreadyClaimedException | OptimisticLockingException claimedMeanwhile) {
            throw Refusal.conflict("reviewTaken");
        } finally {
            identity.clearAuthentication();
        }
    }

    /** By nobody's rights: what ran out goes back whoever looks. */
    @Override
    @Transactional
    public void release(String number, String username) {
        var reader = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            tasks
                    .createTaskQuery()
                    .processInstanceBusinessKey(number)
                    .taskDefinitionKeyIn(KEYS.toArray(String[]::new))
                    .taskAssignee(username)
                    .list()
                    .stream()
                    .map(Task::getId)
                    .forEach(id -> tasks.setAssignee(id, null));
        } finally {
            if (reader != null) {
                identity.setAuthentication(reader.getUserId(), reader.getGroupIds(), reader.getTenantIds());
            }
        }
    }

    private static Waiting waiting(ResultSet row, int index) throws SQLException {
        return new Waiting(
                row.getString("number"),
                row.getLong("student_id"),
                row.getString("task_id"),
                ProcessIds.step(row.getString("task_key")),
                row.getLong("photo_id"),
                row.getInt("attempt"),
                row.getString("check_warnings"),
                instant(row.getTimestamp("since")),
                instant(row.getTimestamp("due")),
                row.getString("holder"));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
