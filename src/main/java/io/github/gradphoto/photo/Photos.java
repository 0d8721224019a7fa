package io.github.gradphoto.photo;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.measure.Measurements;
import io.github.gradphoto.measure.PhotoVerdict;
import io.github.gradphoto.picture.PhotoDigest;
import io.github.gradphoto.picture.PhotoStore;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of a student's photo, for the features that judge, register and print it. */
@Service
@Transactional
public class Photos {

    /** Keys in one statement. */
    private static final int AT_ONCE = 500;

    private final PhotoRepository photos;
    private final PhotoStore store;
    private final Applications applications;
    private final AuditLog audit;

    Photos(PhotoRepository photos, PhotoStore store, Applications applications, AuditLog audit) {
        this.photos = photos;
        this.store = store;
        this.applications = applications;
        this.audit = audit;
    }

    /** What the decision table {@code photoCompliance} looks at. */
    @Transactional(readOnly = true)
    public Measurements facts(String number) {
        return current(number).measurements();
    }

    /** Records what the decision table said; without refusals the photo goes to the reviewer. Can run twice. */
    public void checked(String number, PhotoVerdict verdict) {
        current(number).checked(verdict);
    }

    /** Records how the newest version got on. */
    public Photo become(String number, Photo.State state) {
        var photo = current(number);
        photo.become(state);
        return photo;
    }

    /**
     * Keeps the picture that the collecting unit finished (成品照片); prints and desk use it from now on. One that it takes
     * the place of is deleted: nothing else speaks of it, and it would outlive its student's data.
     *
     * @return false where this very picture is there already
     */
    public boolean finishedPicture(String number, byte[] jpeg) {
        var photo = current(number);
        var before = photo.finishedId();
        var sha256 = PhotoDigest.sha256(jpeg);
        if (before != null && sha256.equals(photo.officialSha256())) {
            return false;
        }
        photo.finished(store.put(jpeg, "image/jpeg"), sha256);
        if (before != null) {
            photos.saveAndFlush(photo);
            store.delete(before);
        }
        return true;
    }

    @Transactional(readOnly = true)
    public Photo current(String number) {
        return latest(number).orElseThrow(() -> Refusal.conflict("noPhoto"));
    }

    @Transactional(readOnly = true)
    public Optional<Photo> latest(String number) {
        return photos.findFirstByApplicationIdOrderByAttemptDesc(
                applications.byNumber(number).id());
    }

    /** Hexadecimal SHA-256 of what prints and desk use. */
    public String officialSha256(Photo photo) {
        return photo.officialSha256();
    }

    /** The newest version of each of these applications, by its key; a statement for some hundreds. */
    @Transactional(readOnly = true)
    public Map<Long, Photo> latestOf(Collection<Long> applicationIds) {
        var all = List.copyOf(applicationIds);
        var latest = new HashMap<Long, Photo>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            photos.findByApplicationIdInOrderByAttempt(all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .forEach(photo -> latest.put(photo.applicationId(), photo));
        }
        return latest;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Photo> versions(String number) {
        return photos.findByApplicationIdOrderByAttemptDesc(
                applications.byNumber(number).id());
    }

    @Transactional(readOnly = true)
    public Photo byId(long photoId) {
        return photos.findById(photoId).orElseThrow(() -> Refusal.notFound("noPhoto"));
    }

    /** Reads a picture for somebody, and notes that they saw it. */
    public PhotoStore.StoredPicture show(long blobId, String viewer, String purpose) {
        audit.photoSeen(blobId, viewer, purpose);
        return store.get(blobId).orElseThrow(() -> Refusal.notFound("noPhoto"));
    }
}
