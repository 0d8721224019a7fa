package io.github.gradphoto.roster;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.RosterCorrections;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.RosterField;
import io.github.gradphoto.notice.RosterRow;
import io.github.gradphoto.notice.Student;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what was staged, a chunk at a time. A chunk and the note that it is in are one transaction: after a kill the
 * list goes on with the first chunk that is not in, and nothing is in twice.
 */
@Service
@Transactional
public class RosterIntake {

    private final RosterImportRepository imports;
    private final StagedRows staged;
    private final Roster roster;
    private final Applications applications;
    private final RosterCorrections corrections;
    private final PhotoIntake photos;
    private final Clock clock;

    RosterIntake(
            RosterImportRepository imports,
            StagedRows staged,
            Roster roster,
            Applications applications,
            RosterCorrections corrections,
            PhotoIntake photos,
            Clock clock) {
        this.imports = imports;
        this.staged = staged;
        this.roster = roster;
        this.applications = applications;
        this.corrections = corrections;
        this.photos = photos;
        this.clock = clock;
    }

    /** @return whether all of the list is in */
    public boolean takeInNext(long importId) {
        var list = imports.findById(importId).orElseThrow();
        boolean done = list.kind() == RosterImport.Kind.PHOTOS ? photos.takeInNext(list) : takeInNextRows(list);
        if (done && !list.isFinished()) {
            list.finished(clock.instant());
        }
        return done;
    }

    private boolean takeInNextRows(RosterImport list) {
        staged.next(list.id()).ifPresent(chunk -> {
            takeIn(list, chunk.lines());
            staged.remove(chunk);
        });
        return staged.isEmpty(list.id());
    }

    private void takeIn(RosterImport list, List<RosterLine> lines) {
        var known = roster.byNumbers(lines.stream().map(RosterLine::number).toList());
        var running = applications
                .runningOf(known.values().stream().map(Student::id).toList())
                .stream()
                .collect(Collectors.toMap(Application::studentId, Function.identity(), (one, other) -> other));
        int added = 0;
        int changed = 0;
        for (var line : lines) {
            var student = known.get(line.number());
            if (student == null) {
                if (list.kind() == RosterImport.Kind.ROSTER) {
                    roster.add(row(line));
                    added++;
                }
            } else if (!correct(student, running.get(student.id()), line.values(), list.startedBy())
                    .isEmpty()) {
                changed++;
            }
        }
        list.tookIn(lines.size(), added, changed);
    }

    private Set<RosterField> correct(
            Student student, Application application, Map<RosterField, String> values, String by) {
        var wanted = new HashMap<>(values);
        if (student.isContactOwn()) { // perhaps only since the list was looked at
            wanted.remove(RosterField.EMAIL);
            wanted.remove(RosterField.PHONE);
        }
        return application == null
                ? roster.correct(student.id(), wanted)
                : corrections.correctByList(application.number(), wanted, by);
    }

    private static RosterRow row(RosterLine line) {
        var values = line.values();
        var registered = values.get(RosterField.PHOTO_REGISTERED);
        return new RosterRow(
                line.number(),
                values.get(RosterField.EXAM_NUMBER),
                values.get(RosterField.NAME),
                values.get(RosterField.GENDER),
                values.get(RosterField.ID_TYPE),
                values.get(RosterField.ID_NUMBER),
                values.get(RosterField.SCHOOL),
                values.get(RosterField.CAMPUS),
                values.get(RosterField.DEPARTMENT),
                values.get(RosterField.MAJOR),
                values.get(RosterField.CLASS_CODE),
                values.get(RosterField.CLASS_NAME),
                values.get(RosterField.CLASS_TEACHER),
                Integer.parseInt(values.get(RosterField.COHORT)),
                values.get(RosterField.LEVEL),
                values.get(RosterField.ADMISSION_TYPE),
                values.get(RosterField.RECORD_STATUS),
                registered == null ? null : Boolean.valueOf("YES".equals(registered)),
                "YES".equals(values.get(RosterField.FEE_EXEMPT)),
                values.get(RosterField.EMAIL),
                values.get(RosterField.PHONE));
    }
}
