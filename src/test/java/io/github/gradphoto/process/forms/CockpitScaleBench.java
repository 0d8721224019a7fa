package io.github.gradphoto.process.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.PostgresDatabase;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.operations.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * What the views of Cockpit's plugin ask the engine, with 50,000 finished cases, on PostgreSQL and under an administrator's rights. No
 * test: it runs when it is named, {@code mvn test -Dtest=CockpitScaleBench}, and prints milliseconds. One case goes the real way;
 * the others are copies of its history, row by row.
 */
@ContextConfiguration(initializers = PostgresDatabase.class)
class CockpitScaleBench extends OfficeTest {

    private static final int COPIES = 50_000;
    private static final int PAGE = 25;
    private static final int ROUNDS = 5;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HistoryService history;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private IdentityService identity;

    @Autowired
    private Installation installation;

    @Test
    void viewsWithFiftyThousandFinishedCases() {
        var number = cases.at(Step.HAND_OVER_CERTIFICATE)
                .handOverCertificate(Staff.DESK.username())
                .number();
        copy("ACT_HI_PROCINST", number);
        copy("ACT_HI_ACTINST", number);
        jdbc.sql("analyze").update();
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("graduatePhoto")
                .latestVersion()
                .singleResult()
                .getId();
        var instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .get(0)
                .getId();
        identity.setAuthentication("admin1", List.of(StaffGroup.ADMINISTRATOR.id()));
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("graduatePhoto")
                        .finished()
                        .count())
                .isGreaterThan(COPIES);

        measure("finished cases, first page", () -> finished(0));
        measure("finished cases, page 1,500", () -> finished(1_500 * PAGE));
        measure(
                "search by number",
                () -> history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .listPage(0, PAGE));
        measure(
                "one case, its steps",
                () -> history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .orderByHistoricActivityInstanceStartTime()
                        .asc()
                        .listPage(0, PAGE));
        measure(
                "heatmap, counts",
                () -> history.createHistoricActivityStatisticsQuery(definition)
                        .includeFinished()
                        .includeCanceled()
                        .list());
        measure(
                "heatmap, durations",
                () -> history.createHistoricActivityInstanceQuery()
                        .processDefinitionId(definition)
                        .activityType("userTask")
                        .finished()
                        .orderByHistoricActivityInstanceEndTime()
                        .desc()
                        .listPage(0, 1_000));
        identity.clearAuthentication();
        measure("/office/operations", installation::condition);
    }

    private void finished(int from) {
        var query = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("graduatePhoto")
                .finished();
        query.count();
        query.orderByProcessInstanceEndTime().desc().listPage(from, PAGE);
    }

    private static void measure(String what, Runnable view) {
        var times = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            view.run();
            times.add((System.nanoTime() - begin) / 1_000_000);
        }
        System.out.printf(
                "%s: median %d ms (%s)%n",
                what, times.stream().sorted().toList().get(ROUNDS / 2), times);
    }

    /** So many copies of what the case left in a table of the main diagram's history, a minute apart. */
    private void copy(String table, String number) {
        var instance = jdbc.sql("select PROC_INST_ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ?"
                        + " and PROC_DEF_KEY_ = 'graduatePhoto'")
                .param(number)
                .query(String.class)
                .single();
        var columns = jdbc.sql(
                        "select column_name from information_schema.columns where lower(table_name) = ? order by 1")
                .param(table.toLowerCase())
                .query(String.class)
                .list();
        var values = columns.stream()
                .map(column -> switch (column.toUpperCase()) {
                    case "ID_" -> "'c' || i || '-' || row_number() over (partition by i)";
                    case "PROC_INST_ID_", "ROOT_PROC_INST_ID_" -> "'c' || i";
                    case "BUSINESS_KEY_" -> "'GC' || i";
                    case "START_TIME_", "END_TIME_" -> column + " - i * interval '1 minute'";
                    default -> column;
                })
                .collect(Collectors.joining(", "));
        jdbc.sql("insert into %s (%s) select %s from %s, generate_series(1, %d) i where PROC_INST_ID_ = '%s'"
                        .formatted(table, String.join(", ", columns), values, table, COPIES, instance))
                .update();
    }
}
