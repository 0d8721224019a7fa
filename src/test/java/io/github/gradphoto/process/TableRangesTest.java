package io.github.gradphoto.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.measure.Measurements;
import io.github.gradphoto.photo.AllowedRange;
import io.github.gradphoto.photo.AllowedRanges;
import java.util.Map;
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
    void theBoundsAreThoseOfTheTable() {
        var all = ranges.all();
        assertThat(all.get(Measure.CROP_WIDTH)).isEqualTo(new AllowedRange(480.0, null, 480.0, null));
        all.forEach((measure, range) -> {
            if (range.least() != null) {
                complains(measure, range.least(), -STEP);
            }
            if (range.most() != null) {
                complains(measure, range.most(), STEP);
            }
        });
    }

    /** Just beyond the bound the table names something that it does not name just inside. */
    private void complains(Measure measure, double bound, double beyond) {
        assertThat(findings(measure, bound + beyond))
                .as(measure + " beyond " + bound)
                .isGreaterThan(findings(measure, bound - beyond));
    }

    private int findings(Measure measure, double value) {
        var answer = decisions.photoCompliance(Measurements.of(Map.of(measure, value)));
        return answer.refusals().size() + answer.warnings().size();
    }
}
