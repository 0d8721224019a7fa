package io.github.gradphoto.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * What the office decided after the close for all unfinished cases at once.
 *
 * @param decision EXTEND, NEXT_ROUND or CLOSE; null where no case was left to decide on
 * @param until    last day of an extension, else null
 */
@Embeddable
public record UnfinishedDecision(
        @Column(name = "unfinished_decision") String decision,
        @Column(name = "unfinished_until") LocalDate until,
        @Column(name = "unfinished_note") String note,
        @Column(name = "unfinished_by") String by,
        @Column(name = "next_round_wanted") boolean nextRound) {}
