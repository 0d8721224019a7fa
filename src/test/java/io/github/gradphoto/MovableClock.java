package io.github.gradphoto;

import io.github.gradphoto.application.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The one bridge between our clock and the engine's: tests move both together. */
@TestConfiguration(proxyBeanMethods = false)
public class MovableClock {

    private static volatile Duration offset = Duration.ZERO;
    private static volatile Instant stopped;

    public static void moveBy(Duration by) {
        stopped = null;
        offset = offset.plus(by);
        ClockUtil.offset(offset.toMillis());
    }

    public static void moveTo(Instant time) {
        moveBy(Duration.between(Instant.now().plus(offset), time));
    }

    /** The time stands still: what has to happen within a second may take longer on a busy machine. */
    public static void stopAt(Instant time) {
        moveTo(time);
        stopped = time;
        ClockUtil.setCurrentTime(Date.from(time));
    }

    public static void reset() {
        stopped = null;
        offset = Duration.ZERO;
        ClockUtil.reset();
    }

    @Bean
    @Primary
    Clock movableClock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return Deadlines.ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.fixed(instant(), zone);
            }

            @Override
            public Instant instant() {
                var standing = stopped;
                return standing == null ? Instant.now().plus(offset) : standing;
            }
        };
    }
}
