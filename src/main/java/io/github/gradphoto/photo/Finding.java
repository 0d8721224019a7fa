package io.github.gradphoto.photo;

import io.github.gradphoto.measure.Measure.Unit;
import java.util.EnumSet;
import java.util.Set;

/**
 * One thing that the decision table said.
 *
 * @param number   ties the sentence to the mark on the picture, from 1
 * @param measured the number it is about, or null where there is none to show
 */
public record Finding(int number, CheckReason reason, boolean refuses, MeasuredNumber measured) {

    /** What people can picture; a variance says nothing to them. */
    private static final Set<Unit> PLAIN = EnumSet.of(Unit.PX, Unit.DEGREES);

    /** Whether the number helps the student. */
    public boolean isPlain() {
        return measured != null
                && measured.value() != null
                && PLAIN.contains(measured.measure().unit());
    }
}
