package io.github.gradphoto.photo;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.measure.CropFrame;
import io.github.gradphoto.measure.MeasuredPhoto;
import io.github.gradphoto.measure.PhotoMeter;
import io.github.gradphoto.notice.Background;
import io.github.gradphoto.picture.MetadataStripper;
import io.github.gradphoto.picture.PhotoStore;
import io.github.gradphoto.picture.PictureDecoder;
import io.github.gradphoto.picture.PictureHash;
import io.github.gradphoto.picture.PictureLine;
import io.github.gradphoto.picture.PictureRefusedException;
import io.github.gradphoto.refusal.Refusal;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The step 上传照片: prepares the picture outside any transaction, then stores it and lets the process go on. Until a
 * reviewer decides, the student may put another photo in its place; that is no rejection and counts as none.
 */
@Service
public class PhotoUpload {

    /** A picture that is ready to be stored; {@code original} has lost its EXIF and XMP, nothing else. */
    public record Prepared(
            byte[] original, String mediaType, int orientation, MeasuredPhoto photo, PhotoFingerprint fingerprint) {}

    private final PhotoRepository photos;
    private final PhotoStore store;
    private final Applications applications;
    private final ApplicationProcess process;
    private final PhotoReplacement replacement;
    private final PictureLine line;
    private final PictureDecoder decoder;
    private final PhotoMeter meter;
    private final SeenPhotos seen;
    private final Clock clock;
    private final MetadataStripper stripper = new MetadataStripper();

    PhotoUpload(
            PhotoRepository photos,
            PhotoStore store,
            Applications applications,
            ApplicationProcess process,
            PhotoReplacement replacement,
            PictureLine line,
            PictureDecoder decoder,
            PhotoMeter meter,
            SeenPhotos seen,
            Clock clock) {
        this.photos = photos;
        this.store = store;
        this.applications = applications;
        this.process = process;
        this.replacement = replacement;
        this.line = line;
        this.decoder = decoder;
        this.meter = meter;
        this.seen = seen;
        this.clock = clock;
    }

    /**
     * Measuring is dear, so it happens here and not in the process, which only decides.
     *
     * @param frame    what the student chose, or null for the one that fits best
     * @param accepted background colours that the notice accepts
     * @throws PictureRefusedException when it is no picture we can use
     * @throws Refusal frameInvalid; busy when too many pictures are being worked on
     */
    public Prepared prepare(byte[] upload, CropFrame frame, List<Background> accepted) {
        return line.work(() -> measured(upload, frame, accepted));
    }

    private Prepared measured(byte[] upload, CropFrame frame, List<Background> accepted) {
        var picture = decoder.decode(upload);
        var image = picture.image();
        if (frame != null && !frame.isInside(image.getWidth(), image.getHeight())) {
            throw Refusal.invalid("frameInvalid");
        }
        var colours = accepted.stream().map(Background::colour).toList();
        var photo = meter.measure(picture, upload, frame, colours);
        return new Prepared(
                stripper.strip(upload),
                picture.mediaType(),
                picture.orientation(),
                photo,
                fingerprint(image, photo.proposed()));
    }

    private static PhotoFingerprint fingerprint(BufferedImage image, CropFrame proposed) {
        var all = new Rectangle(image.getWidth(), image.getHeight());
        return new PhotoFingerprint(
                PictureHash.of(image, all), PictureHash.of(image, proposed.on(image.getWidth(), image.getHeight())));
    }

    /** @param declared the student declares that the rules no machine can check are kept. @throws Refusal declarationNeeded, stepNotOpen, closed */
    @Transactional
    public Photo submit(String number, Prepared prepared, PhotoSource source, boolean declared) {
        if (!declared) {
            throw Refusal.invalid("declarationNeeded");
        }
        var application = applications.lockForStudent(number);
        if (process.isOpen(number, Step.UPLOAD_PHOTO)) {
            var photo = keep(application.id(), prepared, source);
            process.photoUploaded(number);
            return photo;
        }
        return replace(application, prepared, source);
    }

    /** Whether the newest photo may still be replaced, because no reviewer has decided on it. */
    @Transactional(readOnly = true)
    public boolean isReplaceable(String number) {
        return replacement.isPossible(number)
                && photos.findFirstByApplicationIdOrderByAttemptDesc(
                                applications.byNumber(number).id())
                        .filter(photo -> photo.state() == Photo.State.IN_REVIEW)
                        .isPresent();
    }

    private Photo replace(Application application, Prepared prepared, PhotoSource source) {
        if (!isReplaceable(application.number())) {
            throw Refusal.conflict("stepNotOpen");
        }
        photos.findFirstByApplicationIdOrderByAttemptDesc(application.id())
                .ifPresent(former -> former.become(Photo.State.REPLACED));
        var photo = keep(application.id(), prepared, source);
        var answer = replacement.check(application.number());
        if (answer.isRefused()) {
            throw new ReplacementRefusedException(answer);
        }
        return photo;
    }

    private Photo keep(long applicationId, Prepared prepared, PhotoSource source) {
        int attempt = photos.findFirstByApplicationIdOrderByAttemptDesc(applicationId)
                        .map(Photo::attempt)
                        .orElse(0)
                + 1;
        var photo = photos.saveAndFlush(new Photo(
                applicationId,
                attempt,
                source,
                prepared,
                store.put(prepared.original(), prepared.mediaType()),
                store.put(prepared.photo().standard().jpeg(), "image/jpeg"),
                clock.instant()));
        seen.remember(photo.id(), prepared.fingerprint());
        photo.compared(seen.compare(photo.id()));
        return photo;
    }
}
