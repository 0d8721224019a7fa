package io.github.gradphoto.process;

import io.github.gradphoto.operations.EngineState;
import io.github.gradphoto.operations.FailedStep;
import io.github.gradphoto.operations.JobFigures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ProductPropertiesUtil;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts in the engine's tables, in one statement each: after a dead mail server there can be thousands of incidents. */
@Component
class EngineStateReader implements EngineState {

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final ProcessEngine engine;
    private final Clock clock;

    EngineStateReader(JdbcClient jdbc, RepositoryService repository, ProcessEngine engine, Clock clock) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.engine = engine;
        this.clock = clock;
    }

    /** An incident shows again in each diagram that called the failed one: its root alone is counted. */
    @Override
    public List<FailedStep> failedSteps(Collection<Long> exceptMessages) {
        var except = new ArrayList<>(List.of("")); // a list of an SQL statement is never empty
        exceptMessages.forEach(id -> except.add(EngineMessageProcess.businessKey(id)));
        return jdbc.sql("""
                        select coalesce(definition.KEY_, '') as diagram, coalesce(incident.ACTIVITY_ID_, '') as node,
                               count(*) as failures, min(incident.INCIDENT_TIMESTAMP_) as oldest
                        from ACT_RU_INCIDENT incident
                        left join ACT_RE_PROCDEF definition on definition.ID_ = incident.PROC_DEF_ID_
                        left join ACT_RU_EXECUTION instance on instance.ID_ = incident.PROC_INST_ID_
                        where incident.ROOT_CAUSE_INCIDENT_ID_ = incident.ID_
                          and coalesce(instance.BUSINESS_KEY_, '-') not in (:except)
                        group by coalesce(definition.KEY_, ''), coalesce(incident.ACTIVITY_ID_, '')
                        order by failures desc, diagram, node""")
                .param("except", except)
                .query((row, index) -> failedStep(row))
                .list();
    }

    private FailedStep failedStep(ResultSet row) throws SQLException {
        var diagram = row.getString("diagram");
        var node = row.getString("node");
        return new FailedStep(
                diagram, node, name(diagram, node), row.getLong("failures"), instant(row.getTimestamp("oldest")));
    }

    private String name(String diagram, String node) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(diagram)
                .latestVersion()
                .singleResult();
        if (definition == null) {
            return node;
        }
        var element = repository.getBpmnModelInstance(definition.getId()).getModelElementById(node);
        return element instanceof FlowElement named && named.getName() != null ? named.getName() : node;
    }

    @Override
    public JobFigures jobs() {
        return jdbc.sql("""
                        select count(case when RETRIES_ > 0 and (DUEDATE_ is null or DUEDATE_ <= :now) then 1 end) as waiting,
                               min(case when RETRIES_ > 0 and (DUEDATE_ is null or DUEDATE_ <= :now)
                                        then coalesce(DUEDATE_, CREATE_TIME_) end) as oldest,
                               count(case when RETRIES_ > 0 and DUEDATE_ > :now and EXCEPTION_STACK_ID_ is null then 1 end) as later,
                               count(case when RETRIES_ > 0 and EXCEPTION_STACK_ID_ is not null then 1 end) as retried,
                               min(case when RETRIES_ > 0 and EXCEPTION_STACK_ID_ is not null then DUEDATE_ end) as next_try,
                               count(case when RETRIES_ <= 0 then 1 end) as failed
                        from ACT_RU_JOB""")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, index) -> new JobFigures(
                        row.getLong("waiting"),
                        instant(row.getTimestamp("oldest")),
                        row.getLong("later"),
                        row.getLong("retried"),
                        instant(row.getTimestamp("next_try")),
                        row.getLong("failed")))
                .single();
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    @Override
    public boolean isRunningJobs() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getJobExecutor().isActive();
    }

    @Override
    public String version() {
        return ProductPropertiesUtil.getProductVersion(); // ProcessEngine.VERSION says "fox"
    }
}
