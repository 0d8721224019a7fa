package io.github.gradphoto.roster;

import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.picture.PhotoStore;
import io.github.gradphoto.picture.PictureDecoder;
import io.github.gradphoto.picture.PictureRefusedException;
import io.github.gradphoto.picture.UprightCopy;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.privacy.Mask;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.roster.PhotoArchiveReport.Fault;
import io.github.gradphoto.roster.PhotoArchiveReport.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 录取照片 as a ZIP: each file is named by a student number, a 考生号 or an ID number. Nothing is unpacked to a disk; what is
 * no picture, too large or nobody's is reported by its place. Each photo is a transaction of its own: a ZIP that stops
 * half-way is uploaded again, and what is in already stays as it is.
 */
@Service
public class AdmissionPhotos {

    /** Longest picture, in bytes; the registry's have 20 to 40 KB. */
    private static final int MAX_PICTURE = 5 * 1024 * 1024;
    /** Most that a ZIP may unpack to, in bytes. */
    private static final long MAX_UNPACKED = 2L * 1024 * 1024 * 1024;

    private static final int MAX_ENTRIES = 25_000;
    /** Kept large enough to be seen beside the new photo. */
    private static final int LONGEST_SIDE = 640;
    /** What Windows and macOS leave in folders. */
    private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini", ".ds_store");

    private final Roster roster;
    private final PhotoStore store;
    private final PictureDecoder decoder;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    AdmissionPhotos(
            Roster roster, PhotoStore store, PictureDecoder decoder, AuditLog audit, TransactionTemplate transaction) {
        this.roster = roster;
        this.store = store;
        this.decoder = decoder;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @throws Refusal zipUnreadable, zipEmpty, zipTooLarge */
    public PhotoArchiveReport takeIn(Path zip, String by) {
        try (var archive = ZipFile.builder().setPath(zip).get()) {
            var entries = Collections.list(archive.getEntries()).stream()
                    .filter(AdmissionPhotos::isFile)
                    .toList();
            if (entries.isEmpty()) {
                throw Refusal.invalid("zipEmpty");
            }
            if (entries.size() > MAX_ENTRIES) {
                throw Refusal.invalid("zipTooLarge", MAX_ENTRIES);
            }
            var report = takeIn(archive, entries, by);
            audit.record(by, "admission-photos", "roster", report.stored() + " of " + report.entries());
            return report;
        } catch (IOException e) {
            throw Refusal.invalid("zipUnreadable");
        }
    }

    private static boolean isFile(ZipArchiveEntry entry) {
        var name = baseName(entry.getName()).toLowerCase(Locale.ROOT);
        return !entry.isDirectory()
                && !entry.getName().startsWith("__MACOSX")
                && !name.startsWith("._")
                && !LITTER.contains(name);
    }

    private PhotoArchiveReport takeIn(ZipFile archive, List<ZipArchiveEntry> entries, String by) {
        var owners = owners(entries);
        var seen = new HashSet<Long>();
        var faults = new ArrayList<Fault>();
        int stored = 0;
        int same = 0;
        long left = MAX_UNPACKED;
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var reason = reason(entry, owners, seen);
            if (reason == null) {
                try {
                    var bytes = bytes(archive, entry, left);
                    left -= bytes.length;
                    if (attach(owners.get(key(entry)).get(0), bytes, by)) {
                        stored++;
                    } else {
                        same++;
                    }
                } catch (TooLargeException e) {
                    left -= MAX_PICTURE;
                    reason = Reason.TOO_LARGE;
                } catch (PictureRefusedException e) {
                    reason = Reason.NO_PICTURE;
                } catch (Refusal | ConcurrencyFailureException busy) {
                    reason = Reason.LATER;
                } catch (IOException e) {
                    reason = Reason.BROKEN;
                }
            }
            if (reason != null) {
                faults.add(new Fault(i + 1, shown(entry), reason));
            }
        }
        return new PhotoArchiveReport(entries.size(), stored, same, faults);
    }

    private static Reason reason(ZipArchiveEntry entry, Map<String, List<Student>> owners, Set<Long> seen) {
        var path = entry.getName().replace('\\', '/');
        if (path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || List.of(path.split("/")).contains("..")) {
            return Reason.PATH;
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return Reason.LOCKED;
        }
        var key = key(entry);
        if (key.isEmpty()) {
            return Reason.NAME;
        }
        var found = owners.getOrDefault(key, List.of());
        if (found.isEmpty()) {
            return Reason.NOBODY;
        }
        if (found.size() > 1) {
            return Reason.SEVERAL;
        }
        return seen.add(found.get(0).id()) ? null : Reason.TWICE;
    }

    /** Whose each name is: by student number, else by 考生号, else by ID number; a few statements for all. */
    private Map<String, List<Student>> owners(List<ZipArchiveEntry> entries) {
        var keys = entries.stream()
                .map(AdmissionPhotos::key)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
        var owners = new HashMap<String, List<Student>>();
        var byNumber = roster.byNumbers(keys);
        var byExam = roster.byExamNumbers(keys);
        var byId = roster.byIdNumbers(
                keys.stream().map(key -> key.toUpperCase(Locale.ROOT)).toList());
        for (var key : keys) {
            var found = new HashMap<Long, Student>();
            for (var student : List.of(
                    Optional.ofNullable(byNumber.get(key)),
                    Optional.ofNullable(byExam.get(key)),
                    Optional.ofNullable(byId.get(key.toUpperCase(Locale.ROOT))))) {
                student.ifPresent(owner -> found.put(owner.id(), owner));
            }
            owners.put(key, List.copyOf(found.values()));
        }
        return owners;
    }

    /** The number that the file is named by; empty where it has none. */
    private static String key(ZipArchiveEntry entry) {
        var name = baseName(entry.getName());
        int dot = name.lastIndexOf('.');
        var number = (dot > 0 ? name.substring(0, dot) : name).strip();
        return number.matches("[0-9A-Za-z]{1,20}") ? number : "";
    }

    private static String baseName(String path) {
        var plain = path.replace('\\', '/');
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private static String shown(ZipArchiveEntry entry) {
        var name = baseName(entry.getName());
        if (key(entry).matches("[0-9]{15,17}[0-9Xx]?.*")) {
            return Mask.idNumber(key(entry));
        }
        name = name.replaceAll("\\d{11}(?=\\d{3}[0-9Xx])", "***********");
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }

    /** Reads what there is, not what the entry claims. */
    private static byte[] bytes(ZipFile archive, ZipArchiveEntry entry, long left) throws IOException {
        long most = Math.max(0, Math.min(MAX_PICTURE, left));
        try (InputStream content = archive.getInputStream(entry)) {
            var bytes = content.readNBytes((int) most + 1);
            if (bytes.length > most) {
                throw new TooLargeException();
            }
            return bytes;
        }
    }

    /** @return whether it is another photo than before */
    private boolean attach(Student owner, byte[] upload, String by) {
        var picture = UprightCopy.jpeg(decoder.decode(upload), LONGEST_SIDE);
        return Boolean.TRUE.equals(transaction.execute(status -> replace(owner.id(), picture, by)));
    }

    private boolean replace(long studentId, byte[] picture, String by) {
        var before = roster.byId(studentId).admissionPhotoId();
        var stored = before == null ? null : store.get(before).orElse(null);
        if (stored != null && Arrays.equals(stored.content(), picture)) {
            return false;
        }
        roster.attachAdmissionPhoto(studentId, store.put(picture, "image/jpeg"));
        if (before != null) {
            store.delete(before);
        }
        audit.record(by, "admission-photo", "student-" + studentId, null);
        return true;
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
