package io.github.gradphoto.process;

import io.github.gradphoto.retention.CaseHistory;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's memory of cases, which goes with their data. Reads its tables in one statement for many cases. */
@Component
class EngineCaseHistory implements CaseHistory {

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final HistoryService history;

    EngineCaseHistory(JdbcClient jdbc, HistoryService history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    @Override
    public Set<String> quietSince(Collection<String> numbers, Instant time) {
        var all = List.copyOf(numbers);
        var quiet = new HashSet<>(all);
        for (int from = 0; from < all.size(); from += CHUNK) {
            quiet.removeAll(jdbc.sql("""
                            select distinct BUSINESS_KEY_ from ACT_HI_PROCINST
                            where BUSINESS_KEY_ in (:numbers) and (END_TIME_ is null or END_TIME_ > :time)""")
                    .param("numbers", all.subList(from, Math.min(all.size(), from + CHUNK)))
                    .param("time", Timestamp.from(time))
                    .query(String.class)
                    .list());
        }
        return quiet;
    }

    @Override
    public int delete(String number) {
        var finished = Stream.concat(
                        history
                                .createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(number)
                                .finished()
                                .list()
                                .stream(),
                        history
                                .createHistoricProcessInstanceQuery()
                                .processDefinitionKey(ProcessIds.SEND_MESSAGE)
                                .variableValueEquals(ProcessVariable.APPLICATION_NUMBER.name(), number)
                                .finished()
                                .list()
                                .stream())
                .map(HistoricProcessInstance::getId)
                .distinct()
                .toList();
        finished.forEach(history::deleteHistoricProcessInstance);
        return finished.size();
    }
}
