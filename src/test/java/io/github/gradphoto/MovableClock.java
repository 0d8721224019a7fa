package io.github.gradphoto;

import io.github.gradphoto.application.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The one bridge between our clock and the engine's: tests move both together. */
@TestConfiguration(proxyBeanMethods = false)
public class MovableClock {

    private static volatile Duration offset = Duration.ZERO;

    public static void moveBy(Duration by) {
        offset = offset.plus(by);
        ClockUtil.offset(offset.toMillis());
    }

    public static void moveTo(Instant time) {
        moveBy(Duration.between(Instant.now().plus(offset), time));
    }

    public static void reset() {
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
                return Instant.now().plus(offset);
            }
        };
    }
}
