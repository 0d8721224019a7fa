package io.github.gradphoto.office;

import io.github.gradphoto.application.LateCasesAtOnce;
import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.application.WorkingDays;
import io.github.gradphoto.campaign.Escalation;
import io.github.gradphoto.campaign.Escalations;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The forms that are about a whole notice. */
@Component
class NoticeContent implements TaskContent {

    private final Notices notices;
    private final Roster roster;
    private final Escalations escalations;
    private final LateCasesAtOnce late;
    private final WorkingDays calendar;

    NoticeContent(Notices notices, Roster roster, Escalations escalations, LateCasesAtOnce late, WorkingDays calendar) {
        this.notices = notices;
        this.roster = roster;
        this.escalations = escalations;
        this.late = late;
        this.calendar = calendar;
    }

    @Override
    public Set<Step> steps() {
        return EnumSet.of(Step.SIGN_NOTICE, Step.REVISE_NOTICE, Step.FOLLOW_UP_UNFINISHED, Step.DECIDE_UNFINISHED);
    }

    @Override
    public void show(StaffTask task, CaseHead head, Model model) {
        var notice = notices.byId(task.subject());
        model.addAttribute("notice", notice);
        if (task.step() == Step.SIGN_NOTICE) {
            model.addAttribute("figures", NoticeFigures.of(notice, roster.figuresOf(notice), calendar));
        } else if (task.step() == Step.FOLLOW_UP_UNFINISHED) {
            var classes = escalations.count(notice);
            model.addAttribute("classes", classes);
            model.addAttribute(
                    "unfinished",
                    classes.stream().mapToInt(Escalation::unfinished).sum());
        } else if (task.step() == Step.DECIDE_UNFINISHED) {
            model.addAttribute("undecided", late.undecided(notice.id()).size());
            model.addAttribute("neverApplied", escalations.neverApplied(notice));
        }
    }
}
