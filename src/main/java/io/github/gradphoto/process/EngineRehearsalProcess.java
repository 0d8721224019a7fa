package io.github.gradphoto.process;

import io.github.gradphoto.rehearsal.RehearsalProcess;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rehearsals in the engine. What a rehearsal left there is found by its business keys: numbers of cases, of messages, and
 * of the notices themselves.
 */
@Component
class EngineRehearsalProcess implements RehearsalProcess {

    private static final String KEYS = """
            (%1$s in (select number from application where notice_id in (:notices))
             or %1$s in (select concat('message-', id) from outbox where notice_id in (:notices)
                 or student_id in (select id from student where rehearsal_id = :rehearsal))
             or %1$s in (:keys))""";

    private final RuntimeService runtime;
    private final HistoryService history;
    private final JdbcClient jdbc;

    EngineRehearsalProcess(RuntimeService runtime, HistoryService history, JdbcClient jdbc) {
        this.runtime = runtime;
        this.history = history;
        this.jdbc = jdbc;
    }

    @Override
    public void ordered(long noticeId) {
        runtime.createProcessInstanceByKey(ProcessIds.REHEARSAL)
                .businessKey("rehearsal-" + noticeId)
                .setVariable(ProcessVariable.NOTICE_ID.name(), noticeId)
                .execute();
    }

    @Override
    public boolean over(long noticeId) {
        return !runtime.createMessageCorrelation("rehearsalOver")
                .processInstanceBusinessKey("rehearsal-" + noticeId)
                .correlateAllWithResult()
                .isEmpty();
    }

    @Override
    public boolean takeAway(long rehearsal, Collection<Long> notices, int most) {
        var running = find(
                "select ID_ from ACT_RU_EXECUTION where PARENT_ID_ is null and SUPER_EXEC_ is null and "
                        + KEYS.formatted("BUSINESS_KEY_") + " limit :most",
                rehearsal,
                notices,
                most);
        running.forEach(id -> runtime.deleteProcessInstance(id, "rehearsal over", true, true, true));
        if (!running.isEmpty()) {
            return false;
        }
        var remembered = find(
                "select ID_ from ACT_HI_PROCINST where " + KEYS.formatted("BUSINESS_KEY_") + " limit :most",
                rehearsal,
                notices,
                most);
        if (!remembered.isEmpty()) {
            deedsOf(remembered).forEach(history::deleteUserOperationLogEntry);
            history.deleteHistoricProcessInstances(remembered);
        }
        return remembered.isEmpty();
    }

    /** What staff did is a log of its own, which stays when its instance goes. */
    private List<String> deedsOf(List<String> instances) {
        return jdbc.sql("select ID_ from ACT_HI_OP_LOG where PROC_INST_ID_ in (:instances)")
                .param("instances", instances)
                .query(String.class)
                .list();
    }

    private List<String> find(String sql, long rehearsal, Collection<Long> notices, int most) {
        return jdbc.sql(sql)
                .param("rehearsal", rehearsal)
                .param("notices", notices)
                .param("keys", notices.stream().map(ProcessIds::ofNotice).toList())
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** The process of a rehearsal cannot forget itself while it runs. What a stop left is forgotten at the next start. */
    @EventListener(ApplicationStartedEvent.class)
    void forgetEnded() {
        history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(ProcessIds.REHEARSAL)
                .finished()
                .list()
                .stream()
                .map(HistoricProcessInstance::getId)
                .forEach(history::deleteHistoricProcessInstance);
    }
}
