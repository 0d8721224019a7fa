package io.github.gradphoto.review;

import io.github.gradphoto.application.StaffTaskDriver;

/** Makes a batch that works with another driver, for instance one that dies. */
public final class BatchApprovals {

    private BatchApprovals() {}

    public static BatchApproval with(StaffTaskDriver driver, Reviews reviews) {
        return new BatchApproval(driver, reviews);
    }
}
