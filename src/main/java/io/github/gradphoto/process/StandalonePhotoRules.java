package io.github.gradphoto.process;

import io.github.gradphoto.measure.Measurements;
import io.github.gradphoto.measure.PhotoRules;
import io.github.gradphoto.measure.PhotoVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The decision table out of the jar, evaluated without a database: for the command {@code measure}. */
public final class StandalonePhotoRules implements PhotoRules {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision decision;

    public StandalonePhotoRules() {
        try (var in = StandalonePhotoRules.class.getResourceAsStream("/processes/photoCompliance.dmn")) {
            decision = engine.parseDecision(ComplianceTable.KEY, in);
        } catch (IOException e) {
            throw new UncheckedIOException("The decision table photoCompliance cannot be read.", e);
        }
    }

    @Override
    public PhotoVerdict photoCompliance(Measurements measured) {
        return ComplianceTable.verdict(engine.evaluateDecision(decision, ComplianceTable.inputs(measured)));
    }
}
