package io.github.gradphoto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GradPhotoTest
class StartTest {

    private static List<String> named(String[] files, String ending) {
        return Stream.of(files).filter(file -> file.endsWith(ending)).toList();
    }

    @Autowired
    private RepositoryService repository;

    @Test
    void deploysEveryDiagramAndDecision() {
        var files = new File("processes").list();
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
                .extracting(definition -> new File(definition.getResourceName()).getName())
                .containsExactlyInAnyOrderElementsOf(named(files, ".bpmn"));
        assertThat(repository.createDecisionDefinitionQuery().latestVersion().list())
                .extracting(definition -> new File(definition.getResourceName()).getName())
                .containsOnly(named(files, ".dmn").toArray(String[]::new));
    }
}
