package io.github.gradphoto.process.tasks;

import io.github.gradphoto.application.LateCases;
import io.github.gradphoto.application.LateCasesAtOnce;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.process.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Carries out the office's one decision on all late cases, one chunk at a time. */
@Component("decideInBulk")
class DecideInBulk implements JavaDelegate {

    private final LateCasesAtOnce cases;
    private final Notices notices;

    DecideInBulk(LateCasesAtOnce cases, Notices notices) {
        this.cases = cases;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long notice = ProcessVariable.NOTICE_ID.get(execution);
        var wanted = notices.byId(notice).unfinished();
        var last = wanted.decision() == null
                ? ""
                : cases.decideNext(
                        notice,
                        ProcessVariable.TOLD_UP_TO.get(execution),
                        LateCases.Decision.valueOf(wanted.decision()),
                        wanted.until(),
                        wanted.note(),
                        wanted.by());
        ProcessVariable.TOLD_UP_TO.set(execution, last);
        ProcessVariable.BULK_RESULT.set(execution, result(notice, last));
    }

    private String result(long notice, String last) {
        if (!last.isEmpty()) {
            return "MORE";
        }
        return cases.undecided(notice).isEmpty() ? "DONE" : "LEFT";
    }
}
