package io.github.gradphoto.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Notes every node that a process enters and every flow that it takes, over all tests of a run. {@link DiagramCoverageIT}
 * reads the notes afterwards.
 */
@TestConfiguration(proxyBeanMethods = false)
public class CoverageRecorder {

    static final Path DIRECTORY = Path.of("target", "bpmn-coverage");

    private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(CoverageRecorder::write));
    }

    @Bean
    AbstractProcessEnginePlugin coverage() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                if (configuration.getCustomPostBPMNParseListeners() == null) {
                    configuration.setCustomPostBPMNParseListeners(new ArrayList<>());
                }
                configuration.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
                    @Override
                    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
                        listen(definition.getKey(), definition);
                    }
                });
            }
        };
    }

    private static void listen(String process, ScopeImpl scope) {
        for (var activity : scope.getActivities()) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, note(process, activity.getId()));
            activity.getOutgoingTransitions()
                    .forEach(flow -> ((TransitionImpl) flow).addExecutionListener(note(process, flow.getId())));
            listen(process, activity);
        }
    }

    private static ExecutionListener note(String process, String element) {
        return execution -> SEEN.add(process + " " + element);
    }

    private static void write() {
        try {
            Files.createDirectories(DIRECTORY);
            Files.write(DIRECTORY.resolve(ProcessHandle.current().pid() + ".txt"), new TreeSet<>(SEEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
