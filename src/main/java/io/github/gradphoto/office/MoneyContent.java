package io.github.gradphoto.office;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.evidence.EvidencePurpose;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.payment.Refunds;
import io.github.gradphoto.payment.Yuan;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 缴费 and 退费. */
@Component
class MoneyContent implements TaskContent {

    private final Payments payments;
    private final Refunds refunds;
    private final Applications applications;
    private final Notices notices;
    private final EvidenceFile evidence;
    private final Clock clock;

    MoneyContent(
            Payments payments,
            Refunds refunds,
            Applications applications,
            Notices notices,
            EvidenceFile evidence,
            Clock clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.applications = applications;
        this.notices = notices;
        this.evidence = evidence;
        this.clock = clock;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.CONFIRM_PAYMENT, Step.APPROVE_REFUND, Step.PAY_OUT_REFUND);
    }

    @Override
    public void show(StaffTask task, CaseHead head, Model model) {
        var application = applications.byNumber(task.number());
        if (task.step() == Step.CONFIRM_PAYMENT) {
            var order = payments.latest(task.number()).orElse(null);
            model.addAttribute("order", order);
            model.addAttribute("rest", order == null ? "" : Yuan.text(order.restCents()));
            model.addAttribute("received", payments.received(task.number()));
            model.addAttribute("slips", evidence.of(application.id(), EvidencePurpose.TRANSFER));
        } else {
            var refund = refunds.find(task.number(), task.subject());
            model.addAttribute("refund", refund);
            model.addAttribute("order", refunds.orderOf(refund).orElse(null));
        }
        model.addAttribute("caseFile", application);
        model.addAttribute("fees", notices.byId(application.noticeId()).fees());
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), Deadlines.ZONE));
    }
}
