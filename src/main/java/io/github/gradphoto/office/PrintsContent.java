package io.github.gradphoto.office;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.StaffTasks.StaffTask;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.prints.Carrier;
import io.github.gradphoto.prints.Deliveries;
import io.github.gradphoto.prints.Delivery;
import io.github.gradphoto.prints.Prints;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 制作, 寄出, 发放, 快递异常. */
@Component
class PrintsContent implements TaskContent {

    private final Prints prints;
    private final Deliveries deliveries;
    private final Applications applications;
    private final Notices notices;

    PrintsContent(Prints prints, Deliveries deliveries, Applications applications, Notices notices) {
        this.prints = prints;
        this.deliveries = deliveries;
        this.applications = applications;
        this.notices = notices;
    }

    @Override
    public Set<Step> steps() {
        return Set.of(Step.PRINT_PHOTOS, Step.POST_PARCEL, Step.HAND_OVER_PRINTS, Step.RESOLVE_PARCEL);
    }

    @Override
    public void show(StaffTask task, CaseHead head, Model model) {
        var notice = notices.byId(applications.byNumber(task.number()).noticeId());
        model.addAttribute("terms", notice.prints());
        model.addAttribute("pickupPlace", notice.pickupPlace());
        model.addAttribute("method", deliveries.methodOf(task.number()));
        model.addAttribute(
                "address", deliveries.of(task.number()).map(Delivery::address).orElse(null));
        model.addAttribute("carriers", Carrier.values());
        model.addAttribute("parcel", prints.parcel(task.number()).orElse(null));
    }
}
