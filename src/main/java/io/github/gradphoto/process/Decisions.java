package io.github.gradphoto.process;

import io.github.gradphoto.application.Eligibility;
import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.measure.Measurements;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.payment.Tariff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the decision tables. Their inputs come from our tables, so that no number of a person becomes a process variable. */
@Component
public class Decisions {

    private static final String REFUSED = "REFUSED";
    private static final String DOUBTFUL = "DOUBTFUL";
    private static final String PASSED = "PASSED";

    /** One verdict with its reason. */
    public record Answer(String verdict, String reason) {}

    /** The hardest verdict of all rows that hit; a refused photo has its warnings, too. */
    public record Compliance(String verdict, List<String> refusals, List<String> warnings) {

        public boolean isRefused() {
            return REFUSED.equals(verdict);
        }
    }

    private final DecisionService decisions;

    Decisions(DecisionService decisions) {
        this.decisions = decisions;
    }

    public Answer eligibility(Eligibility.Facts facts) {
        var inputs = new HashMap<String, Object>();
        inputs.put("inAudience", facts.inAudience());
        inputs.put("admissionType", facts.admissionType());
        inputs.put("recordStatus", facts.recordStatus());
        inputs.put("photoRegistered", facts.photoRegistered());
        var row = evaluate("eligibility", inputs).getSingleResult();
        return new Answer(row.getEntry("verdict"), row.getEntry("reason"));
    }

    public Tariff fee(Payments.Facts facts) {
        Map<String, Object> inputs =
                Map.of("collectionType", facts.collectionType().name(), "reprint", false, "exempt", facts.exempt());
        String tariff = evaluate("fee", inputs).getSingleEntry();
        return Tariff.valueOf(tariff);
    }

    public Compliance photoCompliance(Measurements measured) {
        var inputs = new HashMap<String, Object>();
        for (var measure : Measure.values()) {
            inputs.put(measure.key(), measured.asMap().get(measure));
        }
        var rows = evaluate("photoCompliance", inputs).getResultList();
        var verdicts = rows.stream().map(row -> (String) row.get("verdict")).toList();
        var verdict = verdicts.contains(REFUSED) ? REFUSED : verdicts.contains(DOUBTFUL) ? DOUBTFUL : PASSED;
        return new Compliance(verdict, reasons(rows, REFUSED), reasons(rows, DOUBTFUL));
    }

    private static List<String> reasons(List<Map<String, Object>> rows, String verdict) {
        return rows.stream()
                .filter(row -> verdict.equals(row.get("verdict")))
                .map(row -> (String) row.get("reason"))
                .distinct()
                .toList();
    }

    private DmnDecisionTableResult evaluate(String decision, Map<String, Object> inputs) {
        return decisions.evaluateDecisionTableByKey(decision).variables(inputs).evaluate();
    }
}
