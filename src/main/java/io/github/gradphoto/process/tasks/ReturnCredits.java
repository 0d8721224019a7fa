package io.github.gradphoto.process.tasks;

import io.github.gradphoto.campaign.Rounds;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives back what was paid for a round that does not come, one chunk at a time. */
@Component("returnCredits")
class ReturnCredits implements JavaDelegate {

    private final Rounds rounds;

    ReturnCredits(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var last = rounds.giveBackUnused(
                ProcessVariable.NOTICE_ID.get(execution), ProcessVariable.LOOKED_UP_TO.get(execution));
        ProcessVariable.LOOKED_UP_TO.set(execution, last);
        ProcessVariable.CREDITS_RETURNED.set(execution, last == 0);
    }
}
