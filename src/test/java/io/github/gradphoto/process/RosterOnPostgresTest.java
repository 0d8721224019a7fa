package io.github.gradphoto.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.PostgresDatabase;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.progress.CaseRow;
import io.github.gradphoto.progress.ProgressProcess;
import io.github.gradphoto.progress.ProgressRows;
import io.github.gradphoto.progress.Standing;
import io.github.gradphoto.roster.RosterImports;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** The statements of the roster and of the progress page on the other database. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class RosterOnPostgresTest extends EngineTest {

    private static final String LIST = """
            学号,姓名,证件号,院系,专业名称,班级,年级,层次,招生类型
            P001,王一,510699200203150019,财经商贸学院,大数据与会计,会计1班,2023,专科,高职扩招
            P002,阿依古丽·买买提,510699200111080025,财经商贸学院,大数据与会计,会计1班,2023,专科,高职扩招
            """;

    @Autowired
    private RosterImports imports;

    @Autowired
    private Roster roster;

    @Autowired
    private ProgressRows rows;

    @Autowired
    private ProgressProcess progress;

    @Autowired
    private Clock clock;

    @Test
    void takesAListInAndCountsWhoHasNot() {
        var notice = cases.publish(terms -> terms);
        var file = LIST.getBytes(StandardCharsets.UTF_8);
        long upload = imports.upload(file, "reg1");
        var preview = imports.preview(upload, "reg1");
        assertThat(preview.added()).isEqualTo(2);
        long id = imports.accept(upload, preview.seen(), "reg1");
        for (var jobs = jobs(); !jobs.isEmpty(); jobs = jobs()) {
            jobs.forEach(job -> management.executeJob(job.getId()));
        }
        assertThat(imports.byId(id).isFinished()).isTrue();
        assertThat(roster.byNumber("P002").orElseThrow().name()).isEqualTo("阿依古丽·买买提");
        assertThat(imports.preview(imports.upload(file, "reg1"), "reg1").isNews())
                .isFalse();

        var inReview = cases.inReview(CollectionType.CENTRAL);
        assertThat(rows.of(notice))
                .filteredOn(row -> List.of("P001", "P002").contains(row.studentNumber())
                        || inReview.number().equals(row.application()))
                .extracting(CaseRow::standing)
                .containsExactlyInAnyOrder(Standing.MISSING, Standing.MISSING, Standing.IN_REVIEW);
        assertThat(progress.stepTimes(clock.instant().minus(Duration.ofDays(1))))
                .containsKey(Step.CONFIRM_DETAILS);
    }

    private List<Job> jobs() {
        return management
                .createJobQuery()
                .processDefinitionKey(ProcessIds.ROSTER_IMPORT)
                .list();
    }
}
