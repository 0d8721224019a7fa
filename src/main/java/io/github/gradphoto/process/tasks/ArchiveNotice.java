package io.github.gradphoto.process.tasks;

import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts a notice into the archive. */
@Component("archiveNotice")
class ArchiveNotice implements JavaDelegate {

    private final Notices notices;

    ArchiveNotice(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.archive(ProcessVariable.NOTICE_ID.get(execution));
    }
}
