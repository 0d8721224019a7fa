package io.github.gradphoto.process.forms;

import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.refusal.Refusal;
import org.springframework.stereotype.Component;

/** 发放纸质照片: field identityChecked (true). */
@Component("handOverPrintsForm")
class HandOverPrintsForm extends StaffForm {

    private final Prints prints;

    HandOverPrintsForm(Prints prints) {
        this.prints = prints;
    }

    @Override
    void submit(Submission form) {
        if (!form.isTicked("identityChecked")) {
            throw Refusal.invalid("identityNeeded");
        }
        prints.handedOver(form.number(), form.actor());
    }
}
