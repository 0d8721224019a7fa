package io.github.gradphoto.message;

import java.time.Instant;

/** A message as the student's page lists it. */
public record MessageView(String subject, String body, Instant at, boolean sent) {}
