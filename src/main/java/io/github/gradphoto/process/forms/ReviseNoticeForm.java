package io.github.gradphoto.process.forms;

import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.process.ProcessVariable;
import org.springframework.stereotype.Component;

/** 修改采集通知, on its page; here: field decision (RESUBMITTED, DISCARDED). */
@Component("reviseNoticeForm")
class ReviseNoticeForm extends StaffForm {

    enum Decision {
        RESUBMITTED,
        DISCARDED
    }

    private final Notices notices;

    ReviseNoticeForm(Notices notices) {
        this.notices = notices;
    }

    @Override
    void submit(Submission form) {
        var decision = form.decision(Decision.class);
        long notice = form.fact(ProcessVariable.NOTICE_ID);
        if (decision == Decision.RESUBMITTED) {
            notices.submit(notice, form.actor());
        } else {
            notices.discard(notice, form.actor());
        }
        form.set(ProcessVariable.RESUBMISSION, decision.name());
    }
}
