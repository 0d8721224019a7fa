package io.github.gradphoto.process;

import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.measure.Measurements;
import io.github.gradphoto.measure.PhotoVerdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;

/** What the decision {@code photoCompliance} takes and gives, the same in the engine of processes and in one that stands alone. */
final class ComplianceTable {

    static final String KEY = "photoCompliance";

    private static final String NO_REASON = "none";

    private ComplianceTable() {}

    /** Every measure by its key; null where it was not measured, for which the tables have rows of their own. */
    static Map<String, Object> inputs(Measurements measured) {
        var inputs = new HashMap<String, Object>();
        for (var measure : Measure.values()) {
            inputs.put(measure.key(), measured.asMap().get(measure));
        }
        return inputs;
    }

    static PhotoVerdict verdict(DmnDecisionResult result) {
        var row = result.getSingleResult();
        List<String> verdicts = row.getEntry("verdicts");
        List<String> reasons = row.getEntry("reasons");
        List<String> refusals = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            var list = PhotoVerdict.Outcome.REFUSED.name().equals(verdicts.get(i)) ? refusals : warnings;
            if (!NO_REASON.equals(reasons.get(i)) && !list.contains(reasons.get(i))) {
                list.add(reasons.get(i));
            }
        }
        String outcome = row.getEntry("verdict");
        return new PhotoVerdict(PhotoVerdict.Outcome.valueOf(outcome), List.copyOf(refusals), List.copyOf(warnings));
    }
}
