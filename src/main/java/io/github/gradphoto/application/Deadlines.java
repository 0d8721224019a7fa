package io.github.gradphoto.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Times of the college: all deadlines are days in Asia/Shanghai that end at 23:59:59. */
public final class Deadlines {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private Deadlines() {}

    public static Instant endOf(LocalDate day) {
        return day.atTime(LAST_SECOND).atZone(ZONE).toInstant();
    }
}
