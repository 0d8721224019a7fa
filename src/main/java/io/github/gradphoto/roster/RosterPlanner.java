package io.github.gradphoto.roster;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.notice.Notice;
import io.github.gradphoto.notice.Notices;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.roster.RosterPreview.Absent;
import io.github.gradphoto.roster.RosterPreview.Change;
import io.github.gradphoto.tabular.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares a list with the roster: what is new, what differs, what is wrong, who is missing. Changes nothing. */
@Component
class RosterPlanner {

    private final RosterHeadings headings;
    private final Roster roster;
    private final Notices notices;
    private final Applications applications;
    private final StaffAccounts accounts;

    RosterPlanner(
            RosterHeadings headings,
            Roster roster,
            Notices notices,
            Applications applications,
            StaffAccounts accounts) {
        this.headings = headings;
        this.roster = roster;
        this.notices = notices;
        this.applications = applications;
        this.accounts = accounts;
    }

    @Transactional(readOnly = true)
    public RosterPlan plan(Sheet sheet) {
        var columns = headings.of(sheet);
        var places = new EnumMap<RosterColumn, Integer>(RosterColumn.class);
        columns.stream()
                .filter(heading -> heading.column() != null)
                .forEach(heading -> places.put(heading.column(), heading.place()));
        var missing = Arrays.stream(RosterColumn.values())
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            return new RosterPlan(
                    new RosterPreview(columns, missing, 0, 0, 0, 0, List.of(), List.of(), 0, List.of(), List.of(), ""),
                    List.of());
        }
        var byName = places.entrySet().stream()
                .collect(Collectors.toMap(place -> place.getKey().name(), Map.Entry::getValue));
        var reader = new RosterReader(
                places.keySet(),
                notices.current().map(Notice::schoolName).orElse(null),
                new HashSet<>(sheet.tooWide()));
        var rows = sheet.rows(byName);
        rows.forEach(reader::read);
        return compared(columns, rows.size(), reader);
    }

    private RosterPlan compared(List<RosterHeading> columns, int rows, RosterReader reader) {
        var lines = reader.good();
        var known = roster.byNumbers(lines.stream().map(RosterLine::number).toList());
        var running = running(known.values());
        var teachers = new Teachers(accounts.teachers());
        var classes = roster.classCodes();
        var work = new ArrayList<RosterLine>();
        var changes = new ArrayList<Change>();
        int added = 0;
        int kept = 0;
        for (var line : lines) {
            var student = known.get(line.number());
            var values = new EnumMap<RosterField, String>(line.values());
            teachers.resolve(values);
            classCode(values, student, classes);
            if (student == null) {
                added++;
                work.add(new RosterLine(line.line(), line.number(), values));
                continue;
            }
            if (keepContact(values, student)) {
                kept++;
            }
            var fields = Roster.differences(student, values);
            if (!fields.isEmpty()) {
                values.keySet().retainAll(fields);
                work.add(new RosterLine(line.line(), line.number(), values));
                changes.add(
                        new Change(line.line(), line.number(), student.name(), fields, running.contains(student.id())));
            }
        }
        var absent = absent(lines, reader);
        var preview = new RosterPreview(
                columns,
                List.of(),
                rows,
                added,
                lines.size() - work.size(),
                reader.bad(),
                reader.faults(),
                changes,
                kept,
                teachers.unknown(),
                absent,
                Seen.digest(work, changes, reader.faults(), kept, teachers.unknown(), absent));
        return new RosterPlan(preview, work);
    }

    private Set<Long> running(Collection<Student> students) {
        return applications.runningOf(students.stream().map(Student::id).toList()).stream()
                .map(Application::studentId)
                .collect(Collectors.toSet());
    }

    /** A list without codes names classes by their names; one that exists keeps its code. */
    private static void classCode(Map<RosterField, String> values, Student student, Map<String, String> codes) {
        if (values.containsKey(RosterField.CLASS_CODE)) {
            return;
        }
        var name = values.get(RosterField.CLASS_NAME);
        boolean stays = student != null && student.className().equals(name);
        if (!stays) {
            values.put(RosterField.CLASS_CODE, codes.getOrDefault(name, name));
        }
    }

    /** What the student gave is newer than any list. @return whether the list says otherwise */
    private static boolean keepContact(Map<RosterField, String> values, Student student) {
        if (!student.isContactOwn()) {
            return false;
        }
        var email = values.remove(RosterField.EMAIL);
        var phone = values.remove(RosterField.PHONE);
        return email != null && !email.equals(student.email()) || phone != null && !phone.equals(student.phone());
    }

    /** Whom the list should name by its own measure: the same years of the same departments. */
    private List<Absent> absent(List<RosterLine> lines, RosterReader reader) {
        var groups = new HashMap<Integer, Set<String>>();
        lines.forEach(line -> groups.computeIfAbsent(
                        Integer.valueOf(line.values().get(RosterField.COHORT)), year -> new TreeSet<>())
                .add(line.values().get(RosterField.DEPARTMENT)));
        var named = reader.numbers();
        return groups.entrySet().stream()
                .flatMap(group -> roster.members(group.getKey(), group.getValue()).stream())
                .filter(member -> !named.contains(member.studentNumber()))
                .map(member -> new Absent(member.studentNumber(), member.name(), member.className()))
                .sorted(Comparator.comparing(Absent::number))
                .toList();
    }

    /** 班主任 of a list are accounts, or names that one account has. */
    private static final class Teachers {

        private final Map<String, List<String>> accounts = new HashMap<>();
        private final Set<String> unknown = new TreeSet<>();

        Teachers(Map<String, String> displayNames) {
            displayNames.forEach((username, name) -> {
                accounts.computeIfAbsent(name, key -> new ArrayList<>()).add(username);
            });
            displayNames.keySet().forEach(username -> accounts.put(username, List.of(username)));
        }

        void resolve(Map<RosterField, String> values) {
            var typed = values.remove(RosterField.CLASS_TEACHER);
            if (typed == null) {
                return;
            }
            var found = accounts.getOrDefault(typed, List.of());
            if (found.size() == 1) {
                values.put(RosterField.CLASS_TEACHER, found.get(0));
            } else {
                unknown.add(typed);
            }
        }

        List<String> unknown() {
            return List.copyOf(unknown);
        }
    }
}
