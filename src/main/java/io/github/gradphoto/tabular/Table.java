package io.github.gradphoto.tabular;

import java.util.List;

/**
 * A list as it came.
 *
 * @param rows    that are not empty, in their order
 * @param ignored headers of columns that nobody asked for
 */
public record Table(List<TableRow> rows, List<String> ignored) {}
