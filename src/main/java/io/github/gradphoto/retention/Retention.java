package io.github.gradphoto.retention;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes personal data when its time is over, in small transactions, each with its record. */
@Service
@Transactional
public class Retention {

    private final DueData due;
    private final Erasure erasure;
    private final DeletionRecords records;

    Retention(DueData due, Erasure erasure, DeletionRecords records) {
        this.due = due;
        this.erasure = erasure;
        this.records = records;
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
        return records.newest();
    }
}
