package io.github.gradphoto.process;

import io.github.gradphoto.notice.LastSecond;
import io.github.gradphoto.notice.NoticeProcess;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.refusal.Refusal;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component
class EngineNoticeProcess implements NoticeProcess {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final ObjectProvider<Notices> notices;

    EngineNoticeProcess(RuntimeService runtime, ManagementService management, ObjectProvider<Notices> notices) {
        this.runtime = runtime;
        this.management = management;
        this.notices = notices;
    }

    @Override
    public void submitted(long noticeId) {
        process(noticeId).execute();
    }

    @Override
    public void signed(long noticeId) {
        process(noticeId).startBeforeActivity("noticeSigned").execute();
    }

    @Override
    public void nextRoundGivenUp(long noticeId) {
        process(noticeId).startBeforeActivity("returnCredits").execute();
    }

    private ProcessInstantiationBuilder process(long noticeId) {
        return runtime.createProcessInstanceByKey(ProcessIds.COLLECTION_NOTICE)
                .businessKey(ProcessIds.ofNotice(noticeId))
                .setVariable(ProcessVariable.NOTICE_ID.name(), noticeId)
                .setVariable(ProcessVariable.TOLD_UP_TO.name(), "")
                .setVariable(ProcessVariable.LOOKED_UP_TO.name(), 0L);
    }

    @Override
    public void prolonged(long noticeId) {
        var closes = Date.from(
                LastSecond.firstLate(notices.getObject().byId(noticeId).closesAt()));
        management
                .createJobQuery()
                .processDefinitionKey(ProcessIds.COLLECTION_NOTICE)
                .activityId("closeReached")
                .list()
                .stream()
                .filter(job -> isOf(job.getProcessInstanceId(), noticeId))
                .forEach(job -> management.setJobDuedate(job.getId(), closes));
        var heard = runtime.createMessageCorrelation("noticeProlonged")
                .processInstanceBusinessKey(ProcessIds.ofNotice(noticeId))
                .correlateAllWithResult();
        if (heard.isEmpty()) { // the cases would keep the old day, and nobody would know
            throw Refusal.conflict("noticeNotRunning");
        }
    }

    private boolean isOf(String instance, long noticeId) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .processInstanceBusinessKey(ProcessIds.ofNotice(noticeId))
                        .count()
                > 0;
    }
}
