package io.github.gradphoto.campaign;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.LateCases;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.campaign.Batch.Outcome;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.payment.Payments;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 截止时间延后: the cases of a notice follow its later close. */
@Service
@Transactional
public class LaterClose {

    private final Notices notices;
    private final Applications applications;
    private final ApplicationProcess process;
    private final LateCases cases;
    private final Payments payments;
    private final Batches batches;
    private final Clock clock;
    private final int chunk;

    LaterClose(
            Notices notices,
            Applications applications,
            ApplicationProcess process,
            LateCases cases,
            Payments payments,
            Batches batches,
            Clock clock,
            @Value("${gradphoto.notice-chunk:100}") int chunk) {
        this.notices = notices;
        this.applications = applications;
        this.process = process;
        this.cases = cases;
        this.payments = payments;
        this.batches = batches;
        this.clock = clock;
        this.chunk = chunk;
    }

    /** Moves the next cases. Can run twice. @return whether all were looked at */
    public boolean moveNext(long noticeId) {
        var notice = notices.byId(noticeId);
        var day = LocalDate.ofInstant(notice.closesAt(), Deadlines.ZONE);
        var batch = batches.begun(noticeId, BatchKind.MOVE, day, () -> applications.countOf(noticeId));
        var next = applications.ofNoticeAfter(noticeId, batch.lastId(), chunk);
        next.forEach(each -> batch.saw(each.id(), move(notice, each)));
        if (next.size() < chunk) {
            batch.end(clock.instant());
        }
        return batch.isEnded();
    }

    private Outcome move(Notice notice, Application each) {
        var application = applications.lock(each.number());
        if (!application.isRunning() || !application.closesAt().isBefore(notice.closesAt())) {
            return Outcome.SKIPPED;
        }
        applications.extendTo(each.number(), notice.closesAt());
        boolean waits =
                process.openSteps(each.number()).stream().map(OpenStep::step).anyMatch(Step::isBoundToTheClose);
        if (!waits) {
            return Outcome.SKIPPED;
        }
        cases.moveDeadline(each.number());
        payments.deadlineMoved(each.number());
        return Outcome.TOLD;
    }
}
