package io.github.gradphoto.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;

/** Runs after all other tests: every node was entered and every flow taken at least once, by real use cases. */
class DiagramCoverageIT {

    @Test
    void everyNodeAndFlowOfEveryDiagramWasTaken() throws IOException {
        var wanted = new TreeSet<String>();
        for (var model : Diagrams.all()) {
            var process = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            model.getModelElementsByType(FlowNode.class).forEach(node -> wanted.add(process + " " + node.getId()));
            model.getModelElementsByType(SequenceFlow.class).forEach(flow -> wanted.add(process + " " + flow.getId()));
        }
        var seen = new TreeSet<String>();
        try (var files = Files.list(CoverageRecorder.DIRECTORY)) {
            for (var file : files.collect(Collectors.toList())) {
                seen.addAll(Files.readAllLines(file));
            }
        }
        var missing = new TreeSet<>(wanted);
        missing.removeAll(seen);
        System.out.printf(
                "Diagram coverage: %d of %d nodes and flows%n", wanted.size() - missing.size(), wanted.size());
        assertThat(missing).as("nodes and flows that no test took").isEmpty();
    }
}
