package io.github.gradphoto.payment;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.payment.IncomingPayment.State;
import io.github.gradphoto.payment.PaidRow.Fault;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.tabular.ListUploads;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in the 已缴费名单 of the college's payment platform. Seen line by line first; then every line by itself, each in its
 * own transaction and once for its transaction number, so that a list that stops half-way is just taken in again.
 */
@Service
public class PaidListImport {

    private static final String KIND = "PAID";
    private static final int CHUNK_OF_KEYS = 500;

    private final ListUploads uploads;
    private final IncomingPaymentRepository incoming;
    private final Payments payments;
    private final UnmatchedPayments unmatched;
    private final Roster roster;
    private final Applications applications;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final int chunk;

    PaidListImport(
            ListUploads uploads,
            IncomingPaymentRepository incoming,
            Payments payments,
            UnmatchedPayments unmatched,
            Roster roster,
            Applications applications,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${gradphoto.paid-list-chunk:300}") int chunk) {
        this.uploads = uploads;
        this.incoming = incoming;
        this.payments = payments;
        this.unmatched = unmatched;
        this.roster = roster;
        this.applications = applications;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.chunk = chunk;
    }

    /** @return the key of the preview. @throws Refusal when the file is no such list */
    public long upload(byte[] file, String by) {
        return uploads.keep(KIND, file, PaidListReader.COLUMNS, by);
    }

    /** What became of each line, and what would become of those that are not taken in yet. @throws Refusal listGone */
    public List<PaidRow> preview(long id, String by) {
        return reading.execute(status -> {
            var paid = new HashSet<String>();
            return judged(id, by).stream().map(row -> foreseen(row, paid)).toList();
        });
    }

    /** Which lines are bad, and which are taken in already. */
    private List<PaidRow> judged(long id, String by) {
        var today = LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
        var rows = uploads.read(KIND, id, PaidListReader.COLUMNS, by).rows().stream()
                .map(row -> PaidListReader.read(row, today))
                .toList();
        var known = known(rows);
        var transactions = new HashSet<String>();
        return rows.stream()
                .map(row -> row.fault() == null
                        ? judged(row, known.get(row.transaction()), transactions.add(row.transaction()))
                        : row)
                .toList();
    }

    private static PaidRow judged(PaidRow row, IncomingPayment before, boolean first) {
        if (!first) {
            return with(row, null, null, false, Fault.TRANSACTION_TWICE);
        }
        if (before == null) {
            return row;
        }
        return with(row, null, before.state(), true, before.isSame(row.money()) ? null : Fault.TRANSACTION_DIFFERS);
    }

    private Map<String, IncomingPayment> known(List<PaidRow> rows) {
        var numbers = rows.stream()
                .filter(row -> row.fault() == null)
                .map(PaidRow::transaction)
                .distinct()
                .toList();
        var known = new HashMap<String, IncomingPayment>();
        for (int from = 0; from < numbers.size(); from += CHUNK_OF_KEYS) {
            var some = numbers.subList(from, Math.min(numbers.size(), from + CHUNK_OF_KEYS));
            known.putAll(incoming.findByTransactionNumberIn(some).stream()
                    .collect(Collectors.toMap(IncomingPayment::transactionNumber, money -> money)));
        }
        return known;
    }

    /** @param paid numbers of students whose fee a line further up pays */
    private PaidRow foreseen(PaidRow row, Set<String> paid) {
        var student = roster.byNumber(row.studentNumber());
        var name = student.map(found -> found.name()).orElse(null);
        if (!row.isToTakeIn()) {
            return with(row, name, row.state(), row.known(), row.fault());
        }
        var application = student.flatMap(found -> applications.latestOf(found.id()));
        if (application.isEmpty()) {
            return with(row, name, State.UNMATCHED, false, null);
        }
        var state = payments.foresee(application.get(), row.cents(), row.valueDate());
        boolean pays = state == State.COUNTED || state == State.SURPLUS;
        boolean twice = pays && !paid.add(row.studentNumber());
        return with(row, name, twice ? State.DUPLICATE : state, false, null);
    }

    private static PaidRow with(PaidRow row, String name, State state, boolean known, Fault fault) {
        return new PaidRow(
                row.line(),
                row.studentNumber(),
                row.payer(),
                name,
                row.transaction(),
                row.cents(),
                row.valueDate(),
                state,
                known,
                fault);
    }

    /**
     * Takes in the next lines that are good and not taken in yet, so many that a request stays short.
     *
     * @return how many are left
     * @throws Refusal listGone
     */
    public int takeIn(long id, String by) {
        var rows = reading.execute(status -> judged(id, by)).stream()
                .filter(PaidRow::isToTakeIn)
                .toList();
        var now = rows.subList(0, Math.min(chunk, rows.size()));
        now.forEach(row -> takeIn(row, by));
        audit.record(by, "paid-list", "list-" + id, Integer.toString(now.size()));
        return rows.size() - now.size();
    }

    /** One line by itself. Whoever was quicker with the same sum has taken it in already. */
    private void takeIn(PaidRow row, String by) {
        try {
            transaction.executeWithoutResult(status -> {
                var application =
                        roster.byNumber(row.studentNumber()).flatMap(student -> applications.latestOf(student.id()));
                if (application.isPresent()) {
                    payments.arrived(application.get().number(), row.money(), row.payer(), by);
                } else {
                    unmatched.record(row.money(), row.studentNumber(), row.payer(), by);
                }
            });
        } catch (DataIntegrityViolationException | Refusal e) {
            if (!incoming.existsByTransactionNumber(row.transaction())) {
                throw e;
            }
        }
    }

    /** Forgets the file; the money that was taken in stays. */
    public void close(long id, String by) {
        uploads.remove(KIND, id, by);
    }
}
