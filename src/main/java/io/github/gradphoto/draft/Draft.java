package io.github.gradphoto.draft;

import java.util.List;
import java.util.Map;

/** What was typed into one form, by the names of its fields. */
public record Draft(Map<String, List<String>> values) {

    public Draft {
        values = Map.copyOf(values);
    }

    /** Null where nothing was typed. */
    public String one(String field) {
        var all = all(field);
        return all.isEmpty() ? null : all.get(0);
    }

    public List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }
}
