package io.github.gradphoto.process.forms;

import io.github.gradphoto.application.LateCases;
import io.github.gradphoto.application.LateCasesAtOnce;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.UnfinishedDecision;
import io.github.gradphoto.process.ProcessVariable;
import org.springframework.stereotype.Component;

/**
 * 处理未完成名单: fields decision (EXTEND, NEXT_ROUND, CLOSE) for all who are undecided, needed where there are some; until
 * (for an extension); note (needed to end cases); nextRound (true). Who is moved to a next round gets one;
 * where one was opened already, what was paid waits for it.
 */
@Component("decideUnfinishedForm")
class DecideUnfinishedForm extends StaffForm {

    private final LateCasesAtOnce cases;
    private final Notices notices;

    DecideUnfinishedForm(LateCasesAtOnce cases, Notices notices) {
        this.cases = cases;
        this.notices = notices;
    }

    @Override
    void submit(Submission form) {
        long notice = form.fact(ProcessVariable.NOTICE_ID);
        int left = cases.undecided(notice).size();
        var decision = form.text("decision").isEmpty() ? null : form.decision(LateCases.Decision.class);
        var until = form.day("until", "dayInvalid");
        var note = form.note();
        cases.ensurePossible(left, decision, until, note);
        boolean nextRound = form.isTicked("nextRound")
                || decision == LateCases.Decision.NEXT_ROUND
                || notices.nextRound(notices.byId(notice)).isPresent();
        notices.decided(
                notice,
                new UnfinishedDecision(
                        decision == null ? null : decision.name(),
                        decision == LateCases.Decision.EXTEND ? until : null,
                        note,
                        form.actor(),
                        nextRound));
        form.set(ProcessVariable.TOLD_UP_TO, "");
        form.set(ProcessVariable.NEXT_ROUND_WANTED, nextRound);
    }
}
