package io.github.gradphoto.process.tasks;

import io.github.gradphoto.campaign.FollowUps;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks what a notice has to do today. */
@Component("checkCalendar")
class CheckCalendar implements JavaDelegate {

    private final FollowUps followUps;

    CheckCalendar(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var due = followUps.due(ProcessVariable.NOTICE_ID.get(execution));
        ProcessVariable.CALENDAR_ENTRY.set(execution, due.map(Enum::name).orElse("NOTHING"));
    }
}
