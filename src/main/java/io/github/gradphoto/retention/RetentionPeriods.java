package io.github.gradphoto.retention;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long personal data is kept after its use: {@code gradphoto.retention.*}, as ISO periods.
 *
 * @param codes      one-time codes, from their making
 * @param messages   texts and recipients of messages, from their writing
 * @param withdrawn  cases that the student withdrew or the office cancelled, from their end
 * @param unfinished cases that the close ended, from their end
 * @param refused    cases that the notice was not for, from their start
 * @param finished   all other cases, from the later of the close and their end
 * @param roster     the row of the roster, from the close of the last notice for its year
 * @param chunk      cases in one transaction
 */
@ConfigurationProperties("gradphoto.retention")
public record RetentionPeriods(
        @DefaultValue("P1D") Period codes,
        @DefaultValue("P90D") Period messages,
        @DefaultValue("P30D") Period withdrawn,
        @DefaultValue("P90D") Period unfinished,
        @DefaultValue("P90D") Period refused,
        @DefaultValue("P180D") Period finished,
        @DefaultValue("P365D") Period roster,
        @DefaultValue("20") int chunk) {

    public Period of(RetentionRule rule) {
        return switch (rule) {
            case CODES -> codes;
            case MESSAGES -> messages;
            case WITHDRAWN -> withdrawn;
            case UNFINISHED -> unfinished;
            case REFUSED -> refused;
            case FINISHED -> finished;
            case ROSTER -> roster;
            case HISTORY -> throw new IllegalArgumentException("the diagrams say how long");
        };
    }
}
