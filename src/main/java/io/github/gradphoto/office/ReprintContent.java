package io.github.gradphoto.office;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.payment.Yuan;
import io.github.gradphoto.prints.Reprints;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 核收补印费. */
@Component
class ReprintContent implements TaskContent {

    private final Reprints reprints;
    private final Clock clock;

    ReprintContent(Reprints reprints, Clock clock) {
        this.reprints = reprints;
        this.clock = clock;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.COLLECT_REPRINT_FEE);
    }

    @Override
    public void show(StaffTask task, CaseHead head, Model model) {
        var reprint = reprints.current(task.number());
        model.addAttribute("reprint", reprint);
        model.addAttribute("rest", Yuan.text(reprint.amountCents()));
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), Deadlines.ZONE));
    }
}
