package io.github.gradphoto.portal;

import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import java.time.Instant;

/** What a student has to do now. {@code page} is where it is done: a page of its own, or a part of "my". */
record Todo(Step step, Instant due, String page) {

    static Todo of(OpenStep open) {
        return new Todo(open.step(), open.due(), pageOf(open.step()));
    }

    private static String pageOf(Step step) {
        return switch (step) {
            case UPLOAD_CODE, SUPPLY_CODE -> "/my/code";
            case CONFIRM_DETAILS, RECONFIRM_DETAILS -> "/my/details";
            case PAY -> "/my/payment";
            case UPLOAD_PHOTO -> "/my/photo";
            case GIVE_DELIVERY -> "/my/delivery";
            case PROVIDE_EVIDENCE -> "/my/evidence";
            case CONFIRM_AT_REGISTRY -> "#registry";
            case CONFIRM_RECEIPT -> "#receipt";
            default -> "/my";
        };
    }

    /** Done on this very page. */
    public boolean isHere() {
        return page.startsWith("#");
    }
}
