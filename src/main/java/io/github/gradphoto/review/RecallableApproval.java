package io.github.gradphoto.review;

import java.time.Instant;

/** An approval whose photo is not released yet, so that it can still be taken back. */
public record RecallableApproval(String number, long studentId, String reviewer, Instant decidedAt) {}
