package io.github.gradphoto.operations;

import java.time.Instant;

/**
 * The engine's jobs, counted.
 *
 * @param waiting could run now
 * @param oldest  since when the first of these waits; null where none does
 * @param later   have their time still to come
 * @param retried failed before and are tried again
 * @param next    when the next of these runs; null where none does
 * @param failed  gave up; each is an incident
 */
public record JobFigures(long waiting, Instant oldest, long later, long retried, Instant next, long failed) {}
