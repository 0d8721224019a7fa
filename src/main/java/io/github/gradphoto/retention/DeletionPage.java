package io.github.gradphoto.retention;

import java.time.LocalDate;
import java.util.List;

/** @param olderThan what to ask for the next page, null on the last */
public record DeletionPage(List<DeletionRecord> records, LocalDate olderThan) {}
