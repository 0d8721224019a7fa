package io.github.gradphoto.retention;

import java.time.LocalDate;

/** What one rule deleted of one category on one day. It names nobody. */
public record DeletionRecord(LocalDate day, RetentionRule rule, String category, int items, int cases) {}
