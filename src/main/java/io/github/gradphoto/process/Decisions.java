package io.github.gradphoto.process;

import io.github.gradphoto.application.Eligibility;
import io.github.gradphoto.measure.Measurements;
import io.github.gradphoto.measure.PhotoRules;
import io.github.gradphoto.measure.PhotoVerdict;
import io.github.gradphoto.payment.Payments;
import io.github.gradphoto.payment.Tariff;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the decision tables. Their inputs come from our tables, so that no number of a person becomes a process variable. */
@Component
public class Decisions implements PhotoRules {

    /** One verdict with its reason. */
    public record Answer(String verdict, String reason) {}

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

    @Override
    public PhotoVerdict photoCompliance(Measurements measured) {
        return ComplianceTable.verdict(decisions
                .evaluateDecisionByKey(ComplianceTable.KEY)
                .variables(ComplianceTable.inputs(measured))
                .evaluate());
    }

    private DmnDecisionTableResult evaluate(String decision, Map<String, Object> inputs) {
        return decisions.evaluateDecisionTableByKey(decision).variables(inputs).evaluate();
    }
}
