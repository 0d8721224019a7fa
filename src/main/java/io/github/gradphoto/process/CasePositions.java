package io.github.gradphoto.process;

import io.github.gradphoto.application.ApplicationProcess.Position;
import io.github.gradphoto.application.OpenStep;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where cases stand. Reads the engine's tables in one statement for many cases, which its query interface cannot. */
@Component
class CasePositions {

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final HistoryService history;

    CasePositions(JdbcClient jdbc, HistoryService history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    Map<String, List<OpenStep>> openSteps(Collection<String> numbers) {
        var all = List.copyOf(numbers);
        var found = new ArrayList<OpenStep>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            found.addAll(jdbc.sql("""
                            select instance.BUSINESS_KEY_ as number, task.TASK_DEF_KEY_ as task_key,
                                   task.CREATE_TIME_ as since, task.DUE_DATE_ as due
                            from ACT_RU_TASK task
                            join ACT_RU_EXECUTION instance on instance.ID_ = task.PROC_INST_ID_
                            where instance.BUSINESS_KEY_ in (:numbers)
                            order by task.CREATE_TIME_, task.ID_""")
                    .param("numbers", all.subList(from, Math.min(all.size(), from + CHUNK)))
                    .query(CasePositions::openStep)
                    .list());
        }
        return found.stream().collect(Collectors.groupingBy(OpenStep::number));
    }

    private static OpenStep openStep(ResultSet row, int index) throws SQLException {
        return new OpenStep(
                row.getString("number"),
                ProcessIds.step(row.getString("task_key")),
                instant(row.getTimestamp("since")),
                instant(row.getTimestamp("due")));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** Whether a token of the case reached this node of the main diagram and ended there. */
    boolean hasEndedAt(String number, String node) {
        return all(number, ProcessIds.GRADUATE_PHOTO).stream()
                .anyMatch(instance -> history.createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .activityId(node)
                                .finished()
                                .count()
                        > 0);
    }

    Map<String, Position> of(String number) {
        var byDiagram = new LinkedHashMap<String, Position>();
        for (var diagram : ProcessIds.OF_APPLICATION) {
            var instances = all(number, diagram);
            if (!instances.isEmpty()) {
                // A case that 结业 had ended may go on in a second instance; of what is called, only the newest counts.
                boolean main = diagram.equals(ProcessIds.GRADUATE_PHOTO);
                byDiagram.put(diagram, position(main ? instances : instances.subList(0, 1)));
            }
        }
        return byDiagram;
    }

    /** Newest first. */
    private List<HistoricProcessInstance> all(String number, String diagram) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey(diagram)
                .orderByProcessInstanceStartTime()
                .desc()
                .list();
    }

    private Position position(List<HistoricProcessInstance> instances) {
        Set<String> active = new HashSet<>();
        Set<String> done = new HashSet<>();
        for (var instance : instances) {
            for (var activity : history.createHistoricActivityInstanceQuery()
                    .processInstanceId(instance.getId())
                    .list()) {
                (activity.getEndTime() == null ? active : done).add(activity.getActivityId());
            }
        }
        done.removeAll(active);
        return new Position(active, done);
    }
}
