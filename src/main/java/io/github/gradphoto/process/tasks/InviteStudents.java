package io.github.gradphoto.process.tasks;

import io.github.gradphoto.campaign.Invitations;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Invites the students of a notice, one chunk at a time. */
@Component("inviteStudents")
class InviteStudents implements JavaDelegate {

    private final Invitations invitations;

    InviteStudents(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ProcessVariable.ALL_INVITED.set(execution, invitations.inviteNext(ProcessVariable.NOTICE_ID.get(execution)));
    }
}
