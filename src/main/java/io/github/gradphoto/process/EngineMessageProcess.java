package io.github.gradphoto.process;

import io.github.gradphoto.message.MessageProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

@Component
class EngineMessageProcess implements MessageProcess {

    private final RuntimeService runtime;

    EngineMessageProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void due(long messageId, String applicationNumber, boolean heldBack, boolean urgent) {
        runtime.createProcessInstanceByKey(ProcessIds.SEND_MESSAGE)
                .businessKey(businessKey(messageId))
                .setVariable(ProcessVariable.MESSAGE_ID.name(), messageId)
                .setVariable(ProcessVariable.APPLICATION_NUMBER.name(), applicationNumber)
                .setVariable(ProcessVariable.HELD_BACK.name(), heldBack)
                .setVariable(ProcessVariable.URGENT.name(), urgent)
                .execute();
    }

    static String businessKey(long messageId) {
        return "message-" + messageId;
    }
}
