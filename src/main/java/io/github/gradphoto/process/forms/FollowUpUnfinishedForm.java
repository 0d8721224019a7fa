package io.github.gradphoto.process.forms;

import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.process.ProcessVariable;
import org.springframework.stereotype.Component;

/** 联系未完成的学生: field note, what was done, which is needed. */
@Component("followUpUnfinishedForm")
class FollowUpUnfinishedForm extends StaffForm {

    private final AuditLog audit;

    FollowUpUnfinishedForm(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    void submit(Submission form) {
        var note = form.noteIf(true);
        audit.record(form.actor(), "unfinished-followed-up", "notice-" + form.fact(ProcessVariable.NOTICE_ID), note);
    }
}
