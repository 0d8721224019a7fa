package io.github.gradphoto.operations;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail about failed steps: {@code gradphoto.digest.*}.
 *
 * @param to    addresses; none: those of the administrators' accounts
 * @param every at most one mail in so long, counted from eight in the morning; an hour at least
 */
@ConfigurationProperties("gradphoto.digest")
record DigestSettings(
        @DefaultValue List<String> to,
        @DefaultValue("PT24H") Duration every) {

    private static final Duration SHORTEST = Duration.ofHours(1);

    DigestSettings {
        if (every.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("gradphoto.digest.every must be an hour (PT1H) or more, not " + every);
        }
    }
}
