package io.github.gradphoto.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** N13: the numbers of a photo, as they are kept. */
class MeasurementsTest {

    private final Measurements some =
            Measurements.of(Map.of(Measure.FACES, 1.0, Measure.ROLL, -2.54321, Measure.LIGHT_ASYMMETRY, 1e-7));

    @Test
    void keepsNumbersAsText() {
        assertThat(some.toText()).isEqualTo("faces=1 roll=-2.5432 lightAsymmetry=0");
        assertThat(Measurements.fromText(some.toText())).isEqualTo(some);
        assertThat(some.text(Measure.FACES)).isEqualTo("1");
    }

    @Test
    void tellsWhatWasNotMeasuredFromZero() {
        assertThat(some.has(Measure.LIGHT_ASYMMETRY)).isTrue();
        assertThat(some.has(Measure.YAW)).isFalse();
        assertThat(some.get(Measure.YAW)).isEmpty();
        assertThat(some.text(Measure.YAW)).isEmpty();
        assertThat(Measurements.of(Map.of(Measure.YAW, Double.NaN))).isEqualTo(Measurements.none());
        assertThat(Measurements.fromText(null)).isEqualTo(Measurements.none());
    }

    @Test
    void leavesOutWhatAnOtherVersionMeasured() {
        assertThat(Measurements.fromText("faces=1 earCount=2").toText()).isEqualTo("faces=1");
        assertThatIllegalArgumentException().isThrownBy(() -> Measurements.fromText("faces"));
        assertThatIllegalArgumentException().isThrownBy(() -> Measurements.fromText("faces=one"));
    }

    @Test
    void fitsItsColumn() {
        var all = new EnumMap<Measure, Double>(Measure.class);
        for (var measure : Measure.values()) {
            all.put(measure, -12345.6789);
        }
        assertThat(Measurements.of(all).toText()).hasSizeLessThan(2000);
    }

    @Test
    void namesEachMeasureOnce() {
        assertThat(Arrays.stream(Measure.values()).map(Measure::key).collect(Collectors.toSet()))
                .hasSize(Measure.values().length)
                .contains("hairTop", "backgroundUnevenness");
    }

    @Test
    void takesOneMore() {
        assertThat(some.with(Measure.FACES, 2).toText()).startsWith("faces=2 ");
        assertThat(some.with(Measure.REJECTED_DISTANCE, 0).toText()).endsWith("rejectedDistance=0");
        assertThat(some.get(Measure.FACES)).hasValue(1);
    }
}
