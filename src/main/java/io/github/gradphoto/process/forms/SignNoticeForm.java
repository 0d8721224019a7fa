package io.github.gradphoto.process.forms;

import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.process.ProcessVariable;
import org.springframework.stereotype.Component;

/** 签发采集通知: fields decision (SIGNED, RETURNED), note (needed to return it). */
@Component("signNoticeForm")
class SignNoticeForm extends StaffForm {

    enum Decision {
        SIGNED,
        RETURNED
    }

    private final Notices notices;

    SignNoticeForm(Notices notices) {
        this.notices = notices;
    }

    @Override
    void submit(Submission form) {
        var decision = form.decision(Decision.class);
        var note = form.noteIf(decision == Decision.RETURNED);
        long notice = form.fact(ProcessVariable.NOTICE_ID);
        if (decision == Decision.SIGNED) {
            notices.sign(notice, form.actor());
        } else {
            notices.returned(notice, note, form.actor());
        }
        form.set(ProcessVariable.SIGNATURE, decision.name());
    }
}
