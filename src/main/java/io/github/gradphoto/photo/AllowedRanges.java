package io.github.gradphoto.photo;

import io.github.gradphoto.measure.Measure;
import java.util.Map;

/** Reads out of the decision table what it asks of each number, so that what pages show is what decides. */
public interface AllowedRanges {

    /** Numbers that the table judges by themselves; the others are absent. */
    Map<Measure, AllowedRange> all();
}
