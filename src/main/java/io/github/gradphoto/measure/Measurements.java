package io.github.gradphoto.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** The numbers of one photo. What is absent was not measured: that is never the same as 0. Immutable. */
public final class Measurements {

    private static final Measurements NONE = new Measurements(Map.of());
    /** Enough for every unit: a hundredth of a px, a tenth of a per mille. */
    private static final double PRECISION = 10_000;

    private static final Map<String, Measure> BY_KEY = byKey();

    private final Map<Measure, Double> values;

    private Measurements(Map<Measure, Double> values) {
        var copy = new EnumMap<Measure, Double>(Measure.class);
        values.forEach((measure, value) -> {
            if (Double.isFinite(value)) {
                copy.put(measure, Math.round(value * PRECISION) / PRECISION);
            }
        });
        this.values = Collections.unmodifiableMap(copy);
    }

    private static Map<String, Measure> byKey() {
        var map = new HashMap<String, Measure>();
        for (var measure : Measure.values()) {
            map.put(measure.key(), measure);
        }
        return map;
    }

    /** Nothing was measured. */
    public static Measurements none() {
        return NONE;
    }

    /** A number that is not finite counts as not measured; each is rounded to four digits after the point. */
    public static Measurements of(Map<Measure, Double> values) {
        return new Measurements(values);
    }

    /**
     * Reads what {@link #toText} wrote. A name that this version does not know is left out.
     *
     * @param text or null for nothing measured
     * @throws IllegalArgumentException what cannot be read
     */
    public static Measurements fromText(String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        var values = new EnumMap<Measure, Double>(Measure.class);
        for (var pair : text.split(" ")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("no measurement: " + pair);
            }
            var measure = BY_KEY.get(pair.substring(0, equals));
            if (measure != null) {
                values.put(measure, Double.valueOf(pair.substring(equals + 1)));
            }
        }
        return new Measurements(values);
    }

    /** For one column of the database: {@code cropWidth=960 cropHeight=1280 faces=1}, at most 2,000 characters. */
    public String toText() {
        List<String> pairs = new ArrayList<>();
        values.forEach((measure, value) -> pairs.add(measure.key() + "=" + text(value)));
        return String.join(" ", pairs);
    }

    private static String text(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    public boolean has(Measure measure) {
        return values.containsKey(measure);
    }

    public OptionalDouble get(Measure measure) {
        var value = values.get(measure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** As a column of CSV: empty where it was not measured. */
    public String text(Measure measure) {
        var value = values.get(measure);
        return value == null ? "" : text(value);
    }

    /** In the order of {@link Measure}. */
    public Map<Measure, Double> asMap() {
        return values;
    }

    /** These and one more, which takes the place of the one of its kind. */
    public Measurements with(Measure measure, double value) {
        var more = new EnumMap<Measure, Double>(Measure.class);
        more.putAll(values);
        more.put(measure, value);
        return new Measurements(more);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Measurements that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values);
    }

    @Override
    public String toString() {
        return toText();
    }
}
