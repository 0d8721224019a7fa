package io.github.gradphoto.process.tasks;

import io.github.gradphoto.campaign.FollowUps;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the unfinished of a notice, one chunk at a time. */
@Component("remindStudents")
class RemindStudents implements JavaDelegate {

    private final FollowUps followUps;

    RemindStudents(FollowUps followUps) {
        this.followUps = followUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        followUps.remindNext(ProcessVariable.NOTICE_ID.get(execution));
    }
}
