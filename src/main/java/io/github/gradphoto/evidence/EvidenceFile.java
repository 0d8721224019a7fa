package io.github.gradphoto.evidence;

import io.github.gradphoto.picture.PhotoStore;
import io.github.gradphoto.picture.PictureDecoder;
import io.github.gradphoto.picture.PictureRefusedException;
import io.github.gradphoto.picture.UprightCopy;
import io.github.gradphoto.privacy.AuditLog;
import io.github.gradphoto.refusal.Refusal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The evidence of all cases. Whether somebody may add or see some is asked before; here it is kept and each view noted. */
@Service
public class EvidenceFile {

    /** Most pictures for one purpose of one case. */
    public static final int MOST = 10;

    private static final int LONGEST_SIDE = 2400;

    private final EvidenceRepository evidence;
    private final PhotoStore store;
    private final PictureDecoder decoder;
    private final AuditLog audit;
    private final Clock clock;

    EvidenceFile(EvidenceRepository evidence, PhotoStore store, PictureDecoder decoder, AuditLog audit, Clock clock) {
        this.evidence = evidence;
        this.store = store;
        this.decoder = decoder;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Reads an upload, to be called outside any transaction.
     *
     * @return an upright JPEG of at most {@value #LONGEST_SIDE} px with nothing else of the file in it
     * @throws PictureRefusedException under the same rules as for a photo
     */
    public byte[] prepare(byte[] upload) {
        return UprightCopy.jpeg(decoder.decode(upload), LONGEST_SIDE);
    }

    /**
     * Adds a prepared picture to a case.
     *
     * @param item see {@link Evidence#item}
     * @param by   student number or staff account
     * @throws Refusal evidenceFull
     */
    @Transactional
    public Evidence add(long applicationId, EvidencePurpose purpose, String item, byte[] prepared, String by) {
        if (evidence.countByApplicationIdAndPurpose(applicationId, purpose) >= MOST) {
            throw Refusal.conflict("evidenceFull", MOST);
        }
        long picture = store.put(prepared, "image/jpeg");
        return evidence.save(new Evidence(applicationId, purpose, item, picture, by, clock.instant()));
    }

    @Transactional(readOnly = true)
    public List<Evidence> of(long applicationId, EvidencePurpose purpose) {
        return evidence.findByApplicationIdAndPurposeOrderById(applicationId, purpose);
    }

    /** @throws Refusal noPhoto, also where it belongs to another case */
    @Transactional(readOnly = true)
    public Evidence find(long applicationId, long id) {
        return evidence.findByIdAndApplicationId(id, applicationId).orElseThrow(() -> Refusal.notFound("noPhoto"));
    }

    /** The picture, a JPEG; that it was seen is noted. */
    @Transactional
    public byte[] show(Evidence shown, String viewer, String reason) {
        audit.photoSeen(shown.pictureId(), viewer, reason);
        return store.get(shown.pictureId())
                .orElseThrow(() -> Refusal.notFound("noPhoto"))
                .content();
    }
}
