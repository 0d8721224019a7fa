package io.github.gradphoto.campaign;

import java.time.Instant;

/**
 * 采集报告: the figures of a notice when it was over.
 *
 * @param carried      moved to the next round
 * @param neverApplied addressed, and never applied
 */
public record NoticeReport(
        Instant writtenAt,
        int addressed,
        int applied,
        int running,
        int collected,
        int ended,
        int carried,
        int neverApplied) {}
