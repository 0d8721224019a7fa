package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.process.College;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * Makes the database that {@code UpgradeTest} starts on: cases in every wait state, as the product of its day makes them.
 * No test of the suite; before a release, run {@code mvn test -Dtest=UpgradeDumpMaker} and keep what it writes to
 * {@code src/test/resources/upgrade} under a new name. The keys beside it are for this test alone.
 */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:dump;DB_CLOSE_DELAY=-1",
            "gradphoto.keys.directory=target/upgrade/keys"
        })
class UpgradeDumpMaker extends OfficeTest {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void dump() throws Exception {
        for (var step : Step.values()) {
            if (!step.isStudents()) {
                cases.at(step);
            }
        }
        college.apply(college.enrol());
        college.withCode(CollectionType.INDIVIDUAL);
        college.withCode(CollectionType.INDIVIDUAL).confirmDetails();
        college.paid(CollectionType.INDIVIDUAL).uploadPhoto(College.portrait());
        cases.at(Step.ENTER_COMPARISON_RESULT)
                .enterComparison(io.github.gradphoto.registration.Comparison.FAILED, College.REGISTRAR);
        withoutCode();
        assertThat(waiting()).containsAll(waitStates());

        Files.createDirectories(Path.of("target/upgrade"));
        jdbc.execute("script to 'target/upgrade/database.sql.gz' compression gzip");
    }

    /** Its manual entry was approved, so the code is asked for again before the release. */
    private DrivenCase withoutCode() {
        return college.apply(college.enrol(), CollectionType.CENTRAL)
                .askManualEntry("手机丢失")
                .decideManualEntry(true, "已核实", College.REGISTRAR)
                .confirmDetails()
                .payAtCounter()
                .confirmPayment(java.time.LocalDate.now(), College.BURSAR)
                .uploadPhoto(College.portrait())
                .approvePhoto(College.REVIEWER);
    }

    private Set<String> waitStates() {
        var states = new HashSet<String>();
        for (var definition : repository.createProcessDefinitionQuery().list()) {
            var model = repository.getBpmnModelInstance(definition.getId());
            model.getModelElementsByType(UserTask.class).forEach(task -> states.add(task.getId()));
            model.getModelElementsByType(IntermediateCatchEvent.class).forEach(event -> states.add(event.getId()));
        }
        return states;
    }

    private Set<String> waiting() {
        var waiting = new HashSet<String>();
        for (var instance : runtime.createProcessInstanceQuery().list()) {
            waiting.addAll(runtime.getActiveActivityIds(instance.getId()));
        }
        return waiting;
    }
}
