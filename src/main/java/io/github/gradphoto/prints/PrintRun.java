package io.github.gradphoto.prints;

import java.time.Instant;

/**
 * A batch of prints as it was put together. Paper and size are those of the notice at that time, so that a run can be
 * downloaded again as it was.
 *
 * @param open    members that are not reported as printed
 * @param printed members that this run reported
 * @param left    members that something else became of, see {@link PrintRunMember.State}
 */
public record PrintRun(
        long id, long noticeId, SheetLayout layout, String madeBy, Instant madeAt, int open, int printed, int left) {

    public int size() {
        return open + printed + left;
    }
}
