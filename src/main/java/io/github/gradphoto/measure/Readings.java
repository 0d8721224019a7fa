package io.github.gradphoto.measure;

import java.util.EnumMap;
import java.util.Map;

/** What the meters have read of one photo so far. For one thread. */
final class Readings {

    private final Map<Measure, Double> values = new EnumMap<>(Measure.class);

    /** A value that is not finite counts as not measured. */
    void put(Measure measure, double value) {
        values.put(measure, value);
    }

    Measurements done() {
        return Measurements.of(values);
    }
}
