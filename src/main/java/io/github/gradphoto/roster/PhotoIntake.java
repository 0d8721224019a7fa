package io.github.gradphoto.roster;

import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import io.github.gradphoto.picture.PhotoStore;
import io.github.gradphoto.picture.PictureDecoder;
import io.github.gradphoto.picture.PictureLine;
import io.github.gradphoto.picture.PictureRefusedException;
import io.github.gradphoto.picture.UprightCopy;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.roster.PhotoFile.Outcome;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Takes in the next files of a ZIP of admission photos, in the transaction of the caller. */
@Component
class PhotoIntake {

    /** Kept large enough to be seen beside the new photo, in px. */
    private static final int LONGEST_SIDE = 640;

    /** After so long a chunk ends, and so long at most one picture waits in the line: a job is locked for a minute. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final PhotoFiles files;
    private final Roster roster;
    private final PhotoStore store;
    private final PictureLine line;
    private final PictureDecoder decoder;
    private final AuditLog audit;
    private final int chunk;

    /** @param chunk files in one transaction: so few that it stays at a second or two */
    PhotoIntake(
            PhotoFiles files,
            Roster roster,
            PhotoStore store,
            PictureLine line,
            PictureDecoder decoder,
            AuditLog audit,
            @Value("${gradphoto.admission-photo-chunk:20}") int chunk) {
        this.files = files;
        this.roster = roster;
        this.store = store;
        this.line = line;
        this.decoder = decoder;
        this.audit = audit;
        this.chunk = chunk;
    }

    /**
     * @return whether none is left
     * @throws Refusal busy where no picture can be read now: the engine's job comes back in a minute, as often as it takes
     *     on a busy day
     */
    boolean takeInNext(RosterImport list) {
        var next = files.next(list.id(), chunk);
        var owners =
                roster.byIds(next.stream().map(PhotoFiles.Waiting::studentId).toList());
        int done = 0;
        long start = System.nanoTime();
        for (var file : next) {
            try {
                finish(list, file, takeIn(owners.get(file.studentId()), file.content(), list.startedBy()));
            } catch (Refusal busy) {
                if (done == 0) {
                    throw busy;
                }
                return false; // what is done is kept
            }
            done++;
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                break; // students waited for the same line meanwhile
            }
        }
        return !files.isWaiting(list.id());
    }

    private void finish(RosterImport list, PhotoFiles.Waiting file, Outcome outcome) {
        files.done(file, outcome);
        if (outcome.isFault()) {
            list.leftOutToo(1);
        } else {
            list.tookIn(1, outcome == Outcome.STORED ? 1 : 0, outcome == Outcome.REPLACED ? 1 : 0);
        }
    }

    /** @param owner null where the student went meanwhile, with a rehearsal for instance */
    private Outcome takeIn(Student owner, byte[] upload, String by) {
        if (owner == null) {
            return Outcome.NOBODY;
        }
        try {
            return attach(owner, line.work(LONGEST, () -> UprightCopy.jpeg(decoder.decode(upload), LONGEST_SIDE)), by);
        } catch (PictureRefusedException e) {
            return Outcome.NO_PICTURE;
        }
    }

    private Outcome attach(Student owner, byte[] picture, String by) {
        var before = owner.admissionPhotoId();
        var stored = before == null ? null : store.get(before).orElse(null);
        if (stored != null && Arrays.equals(stored.content(), picture)) {
            return Outcome.SAME;
        }
        roster.attachAdmissionPhoto(owner.id(), store.put(picture, "image/jpeg"));
        if (before != null) {
            store.delete(before);
        }
        audit.record(by, "admission-photo", "student-" + owner.id(), null);
        return before == null ? Outcome.STORED : Outcome.REPLACED;
    }
}
