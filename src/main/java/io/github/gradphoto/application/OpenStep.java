package io.github.gradphoto.application;

import java.time.Instant;

/** A place where the process waits for somebody now. {@code due} is null where nothing is promised. */
public record OpenStep(String number, Step step, Instant since, Instant due) {}
