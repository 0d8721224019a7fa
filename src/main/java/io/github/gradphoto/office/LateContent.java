package io.github.gradphoto.office;

import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.Extensions;
import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.payment.FeeOrder;
import io.github.gradphoto.payment.Payments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 截止后未完成: where the student stopped, and whether money was paid. */
@Component
class LateContent implements TaskContent {

    private final Applications applications;
    private final ApplicationProcess process;
    private final Payments payments;
    private final Extensions extensions;
    private final Clock clock;

    LateContent(
            Applications applications,
            ApplicationProcess process,
            Payments payments,
            Extensions extensions,
            Clock clock) {
        this.applications = applications;
        this.process = process;
        this.payments = payments;
        this.extensions = extensions;
        this.clock = clock;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.DECIDE_LATE_CASE);
    }

    @Override
    public void show(StaffTask task, CaseHead head, Model model) {
        model.addAttribute("caseFile", applications.byNumber(task.number()));
        model.addAttribute(
                "waiting",
                process.openSteps(task.number()).stream()
                        .filter(open -> open.step() != Step.DECIDE_LATE_CASE)
                        .toList());
        model.addAttribute(
                "paid", payments.latest(task.number()).filter(FeeOrder::isPaid).isPresent());
        model.addAttribute("request", extensions.open(task.number()).orElse(null));
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), Deadlines.ZONE));
    }
}
