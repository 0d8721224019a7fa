package io.github.gradphoto.tabular;

import java.util.Map;
import java.util.Set;

/** One line of a list, by the keys of the asked columns. */
public final class TableRow {

    private final int number;
    private final Map<String, String> values;
    private final Set<String> lossy;

    TableRow(int number, Map<String, String> values, Set<String> lossy) {
        this.number = number;
        this.values = Map.copyOf(values);
        this.lossy = Set.copyOf(lossy);
    }

    /** As the spreadsheet counts: the line of the headers is 1. */
    public int number() {
        return number;
    }

    /** Without spaces around it; empty where nothing is entered. */
    public String get(String key) {
        return values.getOrDefault(key, "");
    }

    /**
     * Whether the spreadsheet held a number here of which digits are gone (it keeps 15). What it
     * was must be asked, never guessed.
     */
    public boolean lostDigits(String key) {
        return lossy.contains(key);
    }
}
