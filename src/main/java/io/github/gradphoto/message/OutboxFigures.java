package io.github.gradphoto.message;

import java.time.Instant;

/**
 * What the outbox still has to send.
 *
 * @param due    messages whose time has come and that are not sent
 * @param oldest when the first of them was written; null where none waits
 */
public record OutboxFigures(long due, Instant oldest) {}
