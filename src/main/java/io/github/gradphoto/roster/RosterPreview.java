package io.github.gradphoto.roster;

import io.github.gradphoto.notice.RosterField;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What taking in a list would do.
 *
 * @param headings    of the list, with their columns
 * @param missing     columns that a roster needs and nobody has pointed out yet; nothing else is known then
 * @param rows        in the list, without empty ones
 * @param bad         rows that stay out
 * @param faults      of them, in the order of the list
 * @param changes     rows of students whom the roster knows and says something else of
 * @param kept        students whose own contact is not replaced by the list's
 * @param teachers    班主任 of the list who have no account
 * @param absent      students of the same cohorts and departments whom the list does not name; they stay
 * @param seen        a digest of all of this and of what would be written, so that nothing else is taken in
 */
public record RosterPreview(
        List<RosterHeading> headings,
        List<RosterColumn> missing,
        int rows,
        int added,
        int same,
        int bad,
        List<RosterFault> faults,
        List<Change> changes,
        int kept,
        List<String> teachers,
        List<Absent> absent,
        String seen) {

    /** @param running whether a case of the student is under way and follows */
    public record Change(int line, String number, String name, Set<RosterField> fields, boolean running) {

        public Change {
            fields = fields.isEmpty() ? EnumSet.noneOf(RosterField.class) : EnumSet.copyOf(fields);
        }

        /** Whether the student is asked to look at the details once more. */
        public boolean isConfirmedAgain() {
            return running && fields.stream().anyMatch(RosterField::isConfirmedByStudent);
        }
    }

    /** A student of whom the list says nothing. */
    public record Absent(String number, String name, String className) {}

    public int changed() {
        return changes.size();
    }

    public long running() {
        return changes.stream().filter(Change::running).count();
    }

    /** Whether there is anything to take in. */
    public boolean isNews() {
        return added > 0 || !changes.isEmpty();
    }
}
