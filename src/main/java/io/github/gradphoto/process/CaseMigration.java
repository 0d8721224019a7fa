package io.github.gradphoto.process;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves running cases to the newest version of their diagram when the application starts, each by itself, so that a stop
 * in between does no harm and a second node finds nothing left to do. What cannot be moved goes on as it was drawn when
 * it began: names of delegates and forms are kept for it.
 */
@Component
class CaseMigration {

    private static final Logger LOG = LoggerFactory.getLogger(CaseMigration.class);

    private final RepositoryService repository;
    private final RuntimeService runtime;

    CaseMigration(RepositoryService repository, RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    @EventListener(ApplicationStartedEvent.class)
    void moveToNewest() {
        for (var newest :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            repository.createProcessDefinitionQuery().processDefinitionKey(newest.getKey()).list().stream()
                    .filter(older -> older.getVersion() < newest.getVersion())
                    .filter(this::isRunning)
                    .forEach(older -> move(older, newest));
        }
    }

    private boolean isRunning(ProcessDefinition definition) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionId(definition.getId())
                        .count()
                > 0;
    }

    private void move(ProcessDefinition older, ProcessDefinition newest) {
        MigrationPlan plan;
        try {
            plan = runtime.createMigrationPlan(older.getId(), newest.getId())
                    .mapEqualActivities()
                    .updateEventTriggers()
                    .build();
        } catch (ProcessEngineException e) {
            LOG.warn("{} stays: {}", older.getId(), e.getMessage());
            return;
        }
        for (var instance : runtime.createProcessInstanceQuery()
                .processDefinitionId(older.getId())
                .list()) {
            try {
                runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
            } catch (ProcessEngineException e) {
                LOG.warn("{} stays on {}: {}", instance.getBusinessKey(), older.getId(), e.getMessage());
            }
        }
        LOG.info("Running cases of {} moved to {}.", older.getId(), newest.getId());
    }
}
