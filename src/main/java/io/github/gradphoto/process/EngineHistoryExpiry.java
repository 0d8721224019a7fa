package io.github.gradphoto.process;

import io.github.gradphoto.retention.EngineHistory;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes away what the engine's own cleanup would, before its window begins, because that keeps no record. What only the
 * cleanup reaches (logs of jobs and operations without a process) is left to it.
 */
@Component
class EngineHistoryExpiry implements EngineHistory {

    private static final String EXPIRED_PROCESSES = """
            select ID_ from ACT_HI_PROCINST where END_TIME_ is not null and REMOVAL_TIME_ <= :now
            order by REMOVAL_TIME_, ID_ fetch first :most rows only""";

    private static final String EXPIRED_DECISIONS = """
            select ID_ from ACT_HI_DECINST where REMOVAL_TIME_ <= :now
            order by REMOVAL_TIME_, ID_ fetch first :most rows only""";

    private static final String KEPT = """
            select PROC_DEF_KEY_ as diagram, count(*) as finished,
                   sum(case when REMOVAL_TIME_ <= :now then 1 else 0 end) as expired, min(REMOVAL_TIME_) as first_due
            from ACT_HI_PROCINST where END_TIME_ is not null group by PROC_DEF_KEY_ order by PROC_DEF_KEY_""";

    private final JdbcClient jdbc;
    private final HistoryService history;
    private final RepositoryService repository;
    private final Clock clock;

    EngineHistoryExpiry(JdbcClient jdbc, HistoryService history, RepositoryService repository, Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public Map<String, Integer> deleteExpired(int most) {
        var deleted = new HashMap<String, Integer>();
        var processes = expired(EXPIRED_PROCESSES, most);
        if (!processes.isEmpty()) {
            history.deleteHistoricProcessInstancesBulk(processes);
            deleted.put("HISTORY", processes.size());
        }
        var decisions = expired(EXPIRED_DECISIONS, most);
        if (!decisions.isEmpty()) {
            history.deleteHistoricDecisionInstancesBulk(decisions);
            deleted.put("DECISIONS", decisions.size());
        }
        return deleted;
    }

    private List<String> expired(String query, int most) {
        return jdbc.sql(query)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", most)
                .query(String.class)
                .list();
    }

    @Override
    public List<Kept> kept() {
        var newest = new HashMap<String, Kept>();
        repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .list()
                .forEach(definition -> newest.put(
                        definition.getKey(),
                        new Kept(
                                definition.getName(),
                                Optional.ofNullable(definition.getHistoryTimeToLive())
                                        .orElse(0),
                                0,
                                0,
                                null)));
        return jdbc.sql(KEPT)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, index) -> {
                    var key = row.getString("diagram");
                    var known = newest.getOrDefault(key, new Kept(key, 0, 0, 0, null));
                    var next = row.getTimestamp("first_due");
                    return new Kept(
                            known.name(),
                            known.days(),
                            row.getLong("finished"),
                            row.getLong("expired"),
                            next == null ? null : next.toInstant());
                })
                .list();
    }
}
