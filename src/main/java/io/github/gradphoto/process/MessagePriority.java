package io.github.gradphoto.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** How urgent a message is among all jobs: somebody waits for a sign-in code. Public, because expressions reach public classes only. */
@Component("messagePriority")
public class MessagePriority {

    private static final long URGENT = 100;
    private static final long ORDINARY = 10;
    /** invitations and reminders, sent by the thousand: nobody's own business waits behind them */
    private static final long MANY = 5;

    public long of(DelegateExecution execution) {
        if (Boolean.TRUE.equals(ProcessVariable.URGENT.get(execution))) {
            return URGENT;
        }
        return ProcessVariable.APPLICATION_NUMBER.get(execution) == null ? MANY : ORDINARY;
    }
}
