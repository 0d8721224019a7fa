package io.github.gradphoto;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GradPhotoTest
class StartTest {

    @Autowired
    private RepositoryService repository;

    @Test
    void deploysEveryDiagramAndDecision() {
        assertThat(repository.createProcessDefinitionQuery().latestVersion().count())
                .isEqualTo(10);
        assertThat(repository.createDecisionDefinitionQuery().latestVersion().count())
                .isEqualTo(3);
    }
}
