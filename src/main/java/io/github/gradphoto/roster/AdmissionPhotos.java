package io.github.gradphoto.roster;

import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.roster.PhotoArchive.Entry;
import io.github.gradphoto.roster.PhotoArchive.TooLargeException;
import io.github.gradphoto.roster.PhotoFile.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 录取照片 as a ZIP: each file is named by a student number, a 考生号 or an ID number. The request only finds out whose each
 * file is and keeps it, encrypted; the process that takes in lists reads the pictures, chunk by chunk, and goes on after a
 * stop. What is no picture, too large or nobody's is reported by its place.
 */
@Service
@Transactional
public class AdmissionPhotos {

    private static final int MAX_ENTRIES = 25_000;

    private final Roster roster;
    private final RosterImports imports;
    private final PhotoFiles files;
    private final Clock clock;

    AdmissionPhotos(Roster roster, RosterImports imports, PhotoFiles files, Clock clock) {
        this.roster = roster;
        this.imports = imports;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Keeps what is in a ZIP: all of it or nothing.
     *
     * @return the key of the import that takes it in
     * @throws Refusal zipUnreadable, zipEmpty, zipTooLarge; rosterImportRunning while another ZIP is taken in
     */
    public long accept(Path zip, String by) {
        try (var archive = new PhotoArchive(zip)) {
            var entries = archive.entries();
            if (entries.isEmpty()) {
                throw Refusal.invalid("zipEmpty");
            }
            if (entries.size() > MAX_ENTRIES) {
                throw Refusal.invalid("zipTooLarge", MAX_ENTRIES);
            }
            var list = new RosterImport(RosterImport.Kind.PHOTOS, entries.size(), 0, 0, by, clock.instant());
            return imports.start(list, id -> list.leftOutToo(keep(id, archive, entries)));
        } catch (IOException e) {
            throw Refusal.invalid("zipUnreadable");
        }
    }

    /** @return how many were left out */
    private int keep(long importId, PhotoArchive archive, List<Entry> entries) {
        var owners = owners(entries);
        var seen = new HashSet<Long>();
        int leftOut = 0;
        for (var entry : entries) {
            var found = owners.getOrDefault(entry.key(), Set.of());
            var fault = entry.fault() == null ? fault(found, seen) : entry.fault();
            if (fault == null) {
                fault = keep(importId, archive, entry, found.iterator().next());
                if (fault == null) {
                    seen.addAll(found); // a file that cannot be read keeps no good one away
                }
            }
            if (fault != null) {
                files.leaveOut(importId, entry.place(), entry.shown(), fault);
                leftOut++;
            }
        }
        return leftOut;
    }

    private static Outcome fault(Set<Long> found, Set<Long> seen) {
        if (found.isEmpty()) {
            return Outcome.NOBODY;
        }
        if (found.size() > 1) {
            return Outcome.SEVERAL;
        }
        return seen.containsAll(found) ? Outcome.TWICE : null;
    }

    /** @return why not; null when it is kept */
    private Outcome keep(long importId, PhotoArchive archive, Entry entry, long studentId) {
        try {
            files.keep(importId, entry.place(), entry.shown(), studentId, archive.bytes(entry));
            return null;
        } catch (TooLargeException e) {
            return Outcome.TOO_LARGE;
        } catch (IOException e) {
            return Outcome.BROKEN;
        }
    }

    /** Whose each name is: by student number, 考生号 or ID number; a few statements for all. */
    private Map<String, Set<Long>> owners(List<Entry> entries) {
        var keys =
                entries.stream().map(Entry::key).filter(key -> !key.isEmpty()).collect(Collectors.toSet());
        var byNumber = roster.byNumbers(keys);
        var byExam = roster.byExamNumbers(keys);
        var byId = roster.byIdNumbers(
                keys.stream().map(key -> key.toUpperCase(Locale.ROOT)).toList());
        var owners = new HashMap<String, Set<Long>>();
        for (var key : keys) {
            owners.put(
                    key,
                    Stream.of(byNumber.get(key), byExam.get(key), byId.get(key.toUpperCase(Locale.ROOT)))
                            .filter(Objects::nonNull)
                            .map(Student::id)
                            .collect(Collectors.toSet()));
        }
        return owners;
    }

    /** Every file of a ZIP and what became of it, in the order of the ZIP. @throws Refusal noImport */
    @Transactional(readOnly = true)
    public List<PhotoFile> files(long importId) {
        imports.byId(importId);
        return files.all(importId);
    }

    /** The first that were not taken. */
    @Transactional(readOnly = true)
    public List<PhotoFile> faults(long importId, int most) {
        return files.faults(importId, most);
    }
}
