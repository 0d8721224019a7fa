package io.github.gradphoto.process;

import io.github.gradphoto.notice.NoticeProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

@Component
class EngineNoticeProcess implements NoticeProcess {

    private final RuntimeService runtime;

    EngineNoticeProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void signed(long noticeId) {
        runtime.createProcessInstanceByKey(ProcessIds.COLLECTION_NOTICE)
                .businessKey("notice-" + noticeId)
                .setVariable(ProcessVariable.NOTICE_ID.name(), noticeId)
                .setVariable(ProcessVariable.TOLD_UP_TO.name(), "")
                .execute();
    }
}
