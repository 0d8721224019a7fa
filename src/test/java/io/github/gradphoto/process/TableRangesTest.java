package io.github.gradphoto.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.measure.Measurements;
import io.github.gradphoto.photo.AllowedRange;
import io.github.gradphoto.photo.AllowedRanges;
import java.util.EnumMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ranges on the screens are those of the decision table: at each bound they say what the table says. N13. */
class TableRangesTest extends EngineTest {

    private static final double STEP = 0.001;

    @Autowired
    private AllowedRanges ranges;

    @Autowired
    private Decisions decisions;

    @Test
    void aPhotoInTheMiddleOfEveryRangeIsFine() {
        assertThat(ranges.all()).containsKeys(Measure.HAIR_TOP, Measure.ROLL, Measure.BACKGROUND_UNEVENNESS);
        assertThat(ranges.all().get(Measure.HAIR_TOP)).isEqualTo(new AllowedRange(50.0, 110.0, 50.0, 110.0));
        assertThat(decisions.photoCompliance(fine()).refusals()).isEmpty();
        assertThat(decisions.photoCompliance(fine()).warnings()).isEmpty();
    }

    @Test
    void justBeyondABoundTheTableComplains() {
        ranges.all().forEach((measure, range) -> {
            beyond(measure, range.least(), -step(measure), false);
            beyond(measure, range.most(), step(measure), false);
            beyond(measure, range.leastHard(), -step(measure), true);
            beyond(measure, range.mostHard(), step(measure), true);
        });
    }

    private void beyond(Measure measure, Double bound, double step, boolean refused) {
        if (bound == null) {
            return;
        }
        var answer = decisions.photoCompliance(fine().with(measure, bound + step));
        assertThat(answer.isRefused() || !refused && !answer.warnings().isEmpty())
                .as(measure + " beyond " + bound + ": " + answer)
                .isTrue();
    }

    private static double step(Measure measure) {
        return measure.unit() == Measure.Unit.COUNT || measure.unit() == Measure.Unit.BITS ? 1 : STEP;
    }

    /** Every number where the ranges say that nothing is wrong with it. */
    private Measurements fine() {
        var values = new EnumMap<Measure, Double>(Measure.class);
        ranges.all().forEach((measure, range) -> values.put(measure, middle(range)));
        return Measurements.of(values);
    }

    private static double middle(AllowedRange range) {
        if (range.least() == null) {
            return Math.min(0, range.most());
        }
        return range.most() == null ? range.least() * 2 : (range.least() + range.most()) / 2;
    }
}
