package io.github.gradphoto.notice;

import java.time.Instant;

/**
 * Deadlines are written down as the last second of a day, 23:59:59, and that second is in time from its beginning to its
 * end: who acts at 23:59:59.9 is not late, who acts at 00:00:00 is. The timers of the diagrams fire then.
 */
public final class LastSecond {

    private LastSecond() {}

    /** @param deadline the beginning of its last second */
    public static boolean isOver(Instant deadline, Instant now) {
        return !now.isBefore(firstLate(deadline));
    }

    /** The first instant that is late. */
    public static Instant firstLate(Instant deadline) {
        return deadline.plusSeconds(1);
    }
}
