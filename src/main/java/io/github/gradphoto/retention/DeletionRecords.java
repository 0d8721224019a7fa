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

    /** Of a page: days on which something was deleted. */
    private static final int DAYS = 14;

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

    List<DeletionRecord> all() {
        return between(LocalDate.EPOCH, LocalDate.now(clock).plusDays(1));
    }

    DeletionPage page(LocalDate before) {
        var until = before == null ? LocalDate.now(clock).plusDays(1) : before;
        var days = jdbc.sql("""
                        select distinct deleted_on from deletion_record where deleted_on < :until
                        order by deleted_on desc fetch first :most rows only""")
                .param("until", until)
                .param("most", DAYS + 1)
                .query(LocalDate.class)
                .list();
        if (days.isEmpty()) {
            return new DeletionPage(List.of(), null);
        }
        boolean more = days.size() > DAYS;
        var first = days.get(more ? DAYS - 1 : days.size() - 1);
        return new DeletionPage(between(first, until), more ? first : null);
    }

    private List<DeletionRecord> between(LocalDate first, LocalDate until) {
        return jdbc.sql("""
                        select deleted_on, rule, category, sum(items) as items, sum(cases) as cases
                        from deletion_record where deleted_on >= :first and deleted_on < :until
                        group by deleted_on, rule, category
                        order by deleted_on desc, rule, category""")
                .param("first", first)
                .param("until", until)
                .query((row, index) -> new DeletionRecord(
                        row.getObject("deleted_on", LocalDate.class),
                        RetentionRule.valueOf(row.getString("rule")),
                        row.getString("category"),
                        row.getInt("items"),
                        row.getInt("cases")))
                .list();
    }
}
