package io.github.gradphoto.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes personal data when its time is over, in small transactions, each with its record. */
@Service
@Transactional
public class Retention {

    /** Rows of the engine's history go faster than whole cases. */
    private static final int HISTORY_CHUNK = 200;

    private final DueData due;
    private final Erasure erasure;
    private final DeletionRecords records;
    private final EngineHistory engine;
    private final Forecast forecast;

    Retention(DueData due, Erasure erasure, DeletionRecords records, EngineHistory engine, Forecast forecast) {
        this.due = due;
        this.erasure = erasure;
        this.records = records;
        this.engine = engine;
        this.forecast = forecast;
    }

    /**
     * Deletes the next chunk. What it did is done, wherever a run is broken off; the next call goes on from there.
     *
     * @return whether nothing is left to delete
     */
    public boolean deleteNext() {
        for (var rule : RetentionRule.values()) {
            var tally = new Tally();
            switch (rule) {
                case CODES -> erasure.eraseCodes(tally);
                case MESSAGES -> erasure.eraseMessages(tally);
                case HISTORY -> tally.addAll(engine.deleteExpired(HISTORY_CHUNK));
                case ROSTER -> due.students().forEach(student -> erasure.eraseStudent(student, tally));
                default ->
                    due.cases(rule)
                            .forEach(subject -> erasure.eraseCase(subject, rule == RetentionRule.FINISHED, tally));
            }
            if (!tally.isEmpty()) {
                records.write(rule, tally);
                return false;
            }
        }
        return true;
    }

    /** Every table of the schema that a rule was thought of for. */
    public Set<String> tables() {
        return PersonalTables.names();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<DeletionRecord> records() {
        return records.all();
    }

    /**
     * The record in pages of whole days, newest first.
     *
     * @param before day before which the page ends, null for the newest
     */
    @Transactional(readOnly = true)
    public DeletionPage page(LocalDate before) {
        return records.page(before);
    }

    /** What goes next, by rule. */
    @Transactional(readOnly = true)
    public List<DueSoon> dueSoon() {
        return forecast.look();
    }

    /** The engine's history, by diagram. */
    @Transactional(readOnly = true)
    public List<EngineHistory.Kept> engineHistory() {
        return engine.kept();
    }
}
