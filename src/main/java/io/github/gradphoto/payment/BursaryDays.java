package io.github.gradphoto.payment;

import io.github.gradphoto.application.Deadlines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 日结: what came in and went out on a day, Asia/Shanghai. A day is counted by when the bursary recorded a sum, to compare
 * with its own work, or by the value date, to compare with the bank. Rehearsals are no money.
 */
@Service
@Transactional(readOnly = true)
public class BursaryDays {

    /** Which day a sum belongs to. Money that goes out has one day alone. */
    public enum By {
        RECORDED,
        VALUE_DATE
    }

    /** @param inCents that came, @param outCents that went back */
    public record Day(LocalDate day, long inCents, long outCents) {}

    private static final String IN = """
            select payment.channel as kind, payment.amount_cents, payment.transaction_number, payment.value_date,
                   payment.recorded_at as at, payment.recorded_by as who, payment.state,
                   coalesce(student.student_number, payment.student_number) as student_number, notice.document_number
            from incoming_payment payment
            left join application on application.id = payment.application_id
            left join student on student.id = application.student_id
            left join notice on notice.id = application.notice_id
            where (notice.id is null or notice.rehearsal = false) and\s""";

    private static final String REFUNDED = """
            select 'REFUND' as kind, refund.amount_cents, refund.reference as transaction_number,
                   cast(null as date) as value_date, refund.paid_at as at, refund.paid_by as who,
                   cast(null as varchar(20)) as state, student.student_number, notice.document_number
            from refund
            join application on application.id = refund.application_id
            join student on student.id = application.student_id
            join notice on notice.id = application.notice_id
            where notice.rehearsal = false and refund.state = 'PAID' and refund.paid_at >= :from and refund.paid_at < :to
            order by refund.id""";

    private static final String RETURNED = """
            select 'RETURN' as kind, amount_cents, return_reference as transaction_number, cast(null as date) as value_date,
                   returned_at as at, returned_by as who, cast(null as varchar(20)) as state, student_number,
                   cast(null as varchar(60)) as document_number
            from incoming_payment where returned_at >= :from and returned_at < :to
            order by id""";

    private static final Map<By, String> OF_DAYS = Map.of(
            By.RECORDED, "payment.recorded_at >= :from and payment.recorded_at < :to order by payment.id",
            By.VALUE_DATE,
                    "payment.value_date >= :first and payment.value_date <= :last order by payment.value_date, payment.id");

    private final JdbcClient jdbc;

    BursaryDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What came first, then what went, each in the order of their recording. */
    public List<DaySum> of(LocalDate day, By by) {
        return sums(day, day, by);
    }

    /** The days from the first to the last, those without money too. */
    public List<Day> between(LocalDate first, LocalDate last, By by) {
        var in = new TreeMap<LocalDate, Long>();
        var out = new TreeMap<LocalDate, Long>();
        for (var sum : sums(first, last, by)) {
            if (sum.kind().isOut()) {
                out.merge(day(sum.recordedAt()), (long) sum.cents(), Long::sum);
            } else {
                in.merge(by == By.RECORDED ? day(sum.recordedAt()) : sum.valueDate(), (long) sum.cents(), Long::sum);
            }
        }
        return first.datesUntil(last.plusDays(1))
                .map(day -> new Day(day, in.getOrDefault(day, 0L), out.getOrDefault(day, 0L)))
                .toList();
    }

    private List<DaySum> sums(LocalDate first, LocalDate last, By by) {
        var sums = new ArrayList<DaySum>();
        for (var statement : List.of(IN + OF_DAYS.get(by), REFUNDED, RETURNED)) {
            sums.addAll(jdbc.sql(statement)
                    .param(
                            "from",
                            first.atStartOfDay(Deadlines.ZONE).toInstant().atOffset(ZoneOffset.UTC))
                    .param(
                            "to",
                            last.plusDays(1)
                                    .atStartOfDay(Deadlines.ZONE)
                                    .toInstant()
                                    .atOffset(ZoneOffset.UTC))
                    .param("first", first)
                    .param("last", last)
                    .query(BursaryDays::sum)
                    .list());
        }
        return sums;
    }

    private static DaySum sum(ResultSet row, int index) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class);
        return new DaySum(
                DaySum.Kind.valueOf(row.getString("kind")),
                row.getInt("amount_cents"),
                row.getString("transaction_number"),
                row.getObject("value_date", LocalDate.class),
                at == null ? null : at.toInstant(),
                row.getString("who"),
                row.getString("state"),
                row.getString("student_number"),
                row.getString("document_number"));
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, Deadlines.ZONE);
    }
}
