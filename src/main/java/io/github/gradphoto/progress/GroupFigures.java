package io.github.gradphoto.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * 应采 / 已采 / 未采 / 退回 / 通过 of a department, a class or all. 应采 is the sum of 已采, 未采 and 退回; 通过 is the part of 已采 that
 * a reviewer approved.
 *
 * @param key   department or class code; empty for all
 * @param name  as it is shown
 */
public record GroupFigures(
        String key,
        String name,
        int due,
        int collected,
        int missing,
        int sentBack,
        int approved,
        int registered,
        int late) {

    public static GroupFigures of(String key, String name, Collection<CaseRow> rows, Instant now) {
        var counts = new int[7];
        for (var row : rows) {
            var standing = row.standing();
            counts[0] += standing.isDue() ? 1 : 0;
            counts[1] += standing.isCollected() ? 1 : 0;
            counts[2] += standing == Standing.MISSING ? 1 : 0;
            counts[3] += standing == Standing.SENT_BACK ? 1 : 0;
            counts[4] += standing == Standing.APPROVED ? 1 : 0;
            counts[5] += standing.isDue() && row.registeredAt() != null ? 1 : 0;
            counts[6] += row.isLate(now) ? 1 : 0;
        }
        return new GroupFigures(key, name, counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
    }

    /** In the order of the rows. */
    public static List<GroupFigures> each(
            Collection<CaseRow> rows, Function<CaseRow, String> key, Function<CaseRow, String> name, Instant now) {
        var groups = new LinkedHashMap<String, List<CaseRow>>();
        rows.forEach(row -> groups.computeIfAbsent(key.apply(row), group -> new ArrayList<>())
                .add(row));
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), name.apply(group.getValue().get(0)), group.getValue(), now))
                .toList();
    }

    /** Of 100, for a bar. */
    public int share(int part) {
        return due == 0 ? 0 : Math.round(100f * part / due);
    }
}
