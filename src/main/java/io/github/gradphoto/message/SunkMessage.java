package io.github.gradphoto.message;

import java.time.Instant;

/** A message of a rehearsal, which goes to nobody. */
public record SunkMessage(MessageKind kind, String recipient, String subject, String body, Instant at) {}
