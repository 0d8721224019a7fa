package io.github.gradphoto.progress;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How many of those who should got how far, as bars one under the other. */
public record Funnel(List<Stage> stages) {

    /** Width of the longest bar, in units of the picture. */
    public static final int WIDTH = 460;
    /** From one bar to the next. */
    public static final int STEP = 34;

    /** @param key suffix of {@code progress.stage.*} */
    public record Stage(String key, int count, int percent, int width, int top) {}

    public static Funnel of(Collection<CaseRow> rows) {
        var due = rows.stream().filter(row -> row.standing().isDue()).toList();
        var counts = List.of(
                due.size(),
                (int) due.stream().filter(CaseRow::isApplied).count(),
                (int) due.stream().filter(row -> row.handedInAt() != null).count(),
                (int) due.stream()
                        .filter(row -> row.standing() == Standing.APPROVED)
                        .count(),
                (int) due.stream().filter(row -> row.registeredAt() != null).count());
        var keys = List.of("due", "applied", "handedIn", "approved", "registered");
        var stages = new ArrayList<Stage>();
        for (int i = 0; i < keys.size(); i++) {
            float share = due.isEmpty() ? 0 : (float) counts.get(i) / due.size();
            stages.add(new Stage(
                    keys.get(i), counts.get(i), Math.round(100 * share), Math.round(WIDTH * share), i * STEP));
        }
        return new Funnel(stages);
    }

    public int height() {
        return stages.size() * STEP;
    }
}
