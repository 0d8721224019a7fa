package io.github.gradphoto.process.tasks;

import io.github.gradphoto.campaign.Rounds;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Drafts the next round, which the dean signs like any notice. */
@Component("openNextRound")
class OpenNextRound implements JavaDelegate {

    private final Rounds rounds;

    OpenNextRound(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.openWanted(ProcessVariable.NOTICE_ID.get(execution));
    }
}
