package io.github.gradphoto.process.forms;

import io.github.gradphoto.prints.Carrier;
import io.github.gradphoto.prints.Prints;
import org.springframework.stereotype.Component;

/** 寄出: fields carrier, trackingNumber. */
@Component("postParcelForm")
class PostParcelForm extends StaffForm {

    private final Prints prints;

    PostParcelForm(Prints prints) {
        this.prints = prints;
    }

    @Override
    void submit(Submission form) {
        var carrier = form.choice("carrier", Carrier.class, "carrierNeeded");
        prints.post(form.number(), carrier, form.text("trackingNumber"), form.actor());
    }
}
