package io.github.gradphoto.process.tasks;

import io.github.gradphoto.campaign.NoticeReports;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the report of a notice that is over. */
@Component("writeReport")
class WriteReport implements JavaDelegate {

    private final NoticeReports reports;

    WriteReport(NoticeReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.write(ProcessVariable.NOTICE_ID.get(execution));
    }
}
