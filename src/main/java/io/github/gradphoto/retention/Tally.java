package io.github.gradphoto.retention;

import java.util.Map;
import java.util.TreeMap;

/** How much was deleted, by category. */
final class Tally {

    private final Map<String, Integer> items = new TreeMap<>();
    private int cases;

    void add(String category, int count) {
        if (count > 0) {
            items.merge(category, count, Integer::sum);
        }
    }

    void addAll(Map<String, Integer> counts) {
        counts.forEach(this::add);
    }

    void addCase() {
        cases++;
    }

    boolean isEmpty() {
        return items.isEmpty() && cases == 0;
    }

    Map<String, Integer> items() {
        return items;
    }

    int cases() {
        return cases;
    }
}
