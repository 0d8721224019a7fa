package io.github.gradphoto.registration;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.picture.PictureFault;
import io.github.gradphoto.picture.PictureRefusedException;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.registration.RegistrationRun.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 成品照片 as a ZIP, each file named by the key of its photo. Each is checked as the form of a single case does; nothing is
 * unpacked to a disk, and what claims little and unpacks to much is left out (a picture of 480×640 px has 20 to 40 KB).
 */
@Service
@Transactional
public class FinishedPictures {

    /** Longest picture, in bytes. */
    private static final int MAX_PICTURE = 1024 * 1024;

    /** Most that a ZIP may unpack to, in bytes. */
    private static final long MAX_UNPACKED = 300L * 1024 * 1024;

    private static final int MAX_ENTRIES = 5_000;

    /** What Windows and macOS leave in folders, and what our own package has beside the pictures. */
    private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini", ".ds_store", "manifest.csv");

    private final RegistrationRuns runs;
    private final RunPictures pictures;
    private final ReleasedPhotos released;
    private final FinishedPictureCheck check;

    FinishedPictures(RegistrationRuns runs, RunPictures pictures, ReleasedPhotos released, FinishedPictureCheck check) {
        this.runs = runs;
        this.pictures = pictures;
        this.released = released;
        this.check = check;
    }

    /** @return the run to look at. @throws Refusal zipUnreadable, zipEmpty, zipTooLarge, zipUnpacksToMuch */
    public long upload(Path zip, String by) {
        try (var archive = ZipFile.builder().setPath(zip).get()) {
            var entries = Collections.list(archive.getEntries()).stream()
                    .filter(FinishedPictures::isFile)
                    .toList();
            if (entries.isEmpty()) {
                throw Refusal.invalid("zipEmpty");
            }
            if (entries.size() > MAX_ENTRIES) {
                throw Refusal.invalid("zipTooLarge", MAX_ENTRIES);
            }
            return keep(archive, entries, by);
        } catch (IOException e) {
            throw Refusal.invalid("zipUnreadable");
        }
    }

    private long keep(ZipFile archive, List<ZipArchiveEntry> entries, String by) throws IOException {
        var known = released.by(entries.stream().map(FinishedPictures::key).toList());
        var seen = new HashSet<String>();
        var items = new ArrayList<RunItem>();
        for (var entry : entries) {
            var item = new RunItem(items.size() + 1, baseName(entry.getName()));
            var fault = fault(entry, known, seen);
            var photo = known.get(key(entry));
            if (photo != null) {
                item.about(photo.application().id(), photo.application().number(), photo.registrationId());
            }
            items.add(fault == null ? item.todo(Step.ENTER_DELIVERY_RESULT, null, null) : item.bad(fault));
        }
        var run = runs.keep(Kind.PICTURES, items, by);
        takePictures(archive, entries, items);
        return run.id();
    }

    private void takePictures(ZipFile archive, List<ZipArchiveEntry> entries, List<RunItem> items) throws IOException {
        long left = MAX_UNPACKED;
        for (int i = 0; i < entries.size(); i++) {
            var item = items.get(i);
            if (!item.isWaiting()) {
                continue;
            }
            var jpeg = read(archive, entries.get(i), item);
            left -= jpeg.length;
            if (left < 0) {
                throw Refusal.invalid("zipUnpacksToMuch");
            }
            if (item.isWaiting() && isStandard(jpeg, item)) {
                pictures.keep(item.id(), jpeg);
            }
        }
    }

    /** Reads what there is, not what the entry claims. */
    private static byte[] read(ZipFile archive, ZipArchiveEntry entry, RunItem item) {
        try (var content = archive.getInputStream(entry)) {
            var bytes = content.readNBytes(MAX_PICTURE + 1);
            if (bytes.length > MAX_PICTURE) {
                item.bad(RowFault.TOO_LARGE);
            }
            return bytes;
        } catch (IOException e) {
            item.bad(RowFault.NO_PICTURE);
            return new byte[0];
        }
    }

    private boolean isStandard(byte[] jpeg, RunItem item) {
        try {
            check.ensureStandard(jpeg);
            return true;
        } catch (PictureRefusedException e) {
            item.bad(e.fault() == PictureFault.UNSUPPORTED_TYPE ? RowFault.NOT_JPEG : RowFault.NO_PICTURE);
        } catch (Refusal e) {
            item.bad("finishedPictureSize".equals(e.key()) ? RowFault.SIZE : RowFault.LATER);
        }
        return false;
    }

    private static RowFault fault(ZipArchiveEntry entry, Map<String, ReleasedPhotos.Released> known, Set<String> seen) {
        var path = entry.getName().replace('\\', '/');
        if (path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || List.of(path.split("/")).contains("..")) {
            return RowFault.PATH;
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            return RowFault.LOCKED;
        }
        var key = key(entry);
        if (!key.matches(ReleaseKey.FORM)) {
            return RowFault.KEY_FORM;
        }
        var photo = known.get(key);
        if (photo == null) {
            return RowFault.KEY_UNKNOWN;
        }
        if (!seen.add(key)) {
            return RowFault.TWICE;
        }
        if (!photo.application().isRunning()) {
            return RowFault.CASE_ENDED;
        }
        return photo.waits() ? null : RowFault.NOT_AT_STEP;
    }

    private static boolean isFile(ZipArchiveEntry entry) {
        var name = baseName(entry.getName()).toLowerCase(Locale.ROOT);
        return !entry.isDirectory()
                && !entry.getName().startsWith("__MACOSX")
                && !name.startsWith("._")
                && !LITTER.contains(name);
    }

    private static String key(ZipArchiveEntry entry) {
        return UnitResults.key(baseName(entry.getName()));
    }

    private static String baseName(String path) {
        var plain = path.replace('\\', '/');
        return plain.substring(plain.lastIndexOf('/') + 1);
    }
}
