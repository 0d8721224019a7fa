package io.github.gradphoto.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deletion record: what, how many, when, by which rule. */
@Component
class DeletionRecords {

    private static final int SHOWN = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    DeletionRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void write(RetentionRule rule, Tally tally) {
        tally.items()
                .forEach((category, items) -> jdbc.sql("insert into deletion_record"
                                + " (rule, category, items, cases, deleted_on, deleted_at) values (?, ?, ?, ?, ?, ?)")
                        .params(
                                rule.name(),
                                category,
                                items,
                                tally.cases(),
                                LocalDate.now(clock),
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .update());
    }

    List<DeletionRecord> newest() {
        return jdbc.sql("""
                        select deleted_on, rule, category, sum(items) as items, sum(cases) as cases
                        from deletion_record group by deleted_on, rule, category
                        order by deleted_on desc, rule, category
                        fetch first :most rows only""")
                .param("most", SHOWN)
                .query((row, index) -> new DeletionRecord(
                        row.getObject("deleted_on", LocalDate.class),
                        RetentionRule.valueOf(row.getString("rule")),
                        row.getString("category"),
                        row.getInt("items"),
                        row.getInt("cases")))
                .list();
    }
}
