package io.github.gradphoto.office;

import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.payment.UnmatchedPayments;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 认领来款, 退回来款: what the list says of the money. */
@Component
class UnmatchedContent implements TaskContent {

    private final UnmatchedPayments payments;

    UnmatchedContent(UnmatchedPayments payments) {
        this.payments = payments;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.CLAIM_PAYMENT, Step.RETURN_PAYMENT);
    }

    @Override
    public void show(StaffTask task, CaseHead head, Model model) {
        model.addAttribute("payment", payments.byId(task.subject()));
    }
}
