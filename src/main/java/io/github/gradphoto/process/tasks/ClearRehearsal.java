package io.github.gradphoto.process.tasks;

import io.github.gradphoto.process.ProcessVariable;
import io.github.gradphoto.rehearsal.Rehearsals;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a rehearsal away, one part at a time; in the end the memory of this process too, once it has ended. */
@Component("clearRehearsal")
class ClearRehearsal implements JavaDelegate {

    private final Rehearsals rehearsals;
    private final HistoryService history;
    private final TransactionTemplate afterwards;

    ClearRehearsal(Rehearsals rehearsals, HistoryService history, PlatformTransactionManager transactions) {
        this.rehearsals = rehearsals;
        this.history = history;
        this.afterwards = new TransactionTemplate(transactions);
        afterwards.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean gone = rehearsals.clearNext(ProcessVariable.NOTICE_ID.get(execution));
        ProcessVariable.REHEARSAL_GONE.set(execution, gone);
        if (gone) {
            forget(execution.getProcessInstanceId());
        }
    }

    private void forget(String instance) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                afterwards.executeWithoutResult(status -> history.deleteHistoricProcessInstanceIfExists(instance));
            }
        });
    }
}
