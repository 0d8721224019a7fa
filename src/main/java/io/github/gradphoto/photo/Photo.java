package io.github.gradphoto.photo;

import io.github.gradphoto.measure.CropFrame;
import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.measure.Measurements;
import io.github.gradphoto.measure.PhotoVerdict;
import io.github.gradphoto.picture.PhotoDigest;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One version of a student's photo: the original as uploaded and the 480×640 picture made from it, tied by their hashes. */
@Entity
public class Photo {

    /** How far a version got. */
    public enum State {
        UPLOADED,
        REFUSED_BY_CHECK,
        IN_REVIEW,
        /** The student put another in its place before a reviewer decided. */
        REPLACED,
        REJECTED,
        APPROVED,
        RELEASED,
        REFUSED_BY_REGISTRY,
        REGISTERED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private Long applicationId;
    private int attempt;

    @Enumerated(EnumType.STRING)
    private PhotoSource source;

    @Enumerated(EnumType.STRING)
    private State state = State.UPLOADED;

    private Instant uploadedAt;
    private Instant declaredAt;
    private Long originalId;
    private Long standardId;
    private Long finishedId;
    private String finishedSha256;
    private int orientation;

    @Embedded
    @AttributeOverride(name = "x", column = @Column(name = "frame_x"))
    @AttributeOverride(name = "y", column = @Column(name = "frame_y"))
    @AttributeOverride(name = "width", column = @Column(name = "frame_width"))
    private CropFrame frame;

    private int cropWidth;
    private int cropHeight;
    private int jpegQuality;
    private int jpegBytes;
    private String measurements;
    private String originalSha256;
    private String standardSha256;
    private String checkReasons;
    private String checkWarnings;

    protected Photo() {}

    Photo(
            long applicationId,
            int attempt,
            PhotoSource source,
            PhotoUpload.Prepared prepared,
            long originalId,
            long standardId,
            Instant now) {
        this.applicationId = applicationId;
        this.attempt = attempt;
        this.source = source;
        this.uploadedAt = now;
        this.declaredAt = now;
        this.originalId = originalId;
        this.standardId = standardId;
        this.orientation = prepared.orientation();
        this.frame = prepared.photo().frame();
        var standard = prepared.photo().standard();
        this.cropWidth = standard.cropWidth();
        this.cropHeight = standard.cropHeight();
        this.jpegQuality = standard.quality();
        this.jpegBytes = standard.jpeg().length;
        this.measurements = prepared.photo().measurements().toText();
        this.originalSha256 = PhotoDigest.sha256(prepared.original());
        this.standardSha256 = PhotoDigest.sha256(standard.jpeg());
    }

    void checked(PhotoVerdict verdict) {
        state = verdict.isRefused() ? State.REFUSED_BY_CHECK : State.IN_REVIEW;
        checkReasons = join(verdict.refusals());
        checkWarnings = join(verdict.warnings());
    }

    private static String join(List<String> keys) {
        return keys.isEmpty() ? null : String.join(",", keys);
    }

    private static List<String> split(String keys) {
        return keys == null ? List.of() : List.of(keys.split(","));
    }

    /** Adds how near it is to pictures that came before. */
    void compared(Map<Measure, Integer> distances) {
        var all = measurements();
        for (var distance : distances.entrySet()) {
            all = all.with(distance.getKey(), distance.getValue());
        }
        measurements = all.toText();
    }

    void become(State next) {
        state = next;
    }

    void finished(long blobId, String sha256) {
        finishedId = blobId;
        finishedSha256 = sha256;
    }

    public Long id() {
        return id;
    }

    public Long applicationId() {
        return applicationId;
    }

    /** 1 for the first version that the student uploaded. */
    public int attempt() {
        return attempt;
    }

    public PhotoSource source() {
        return source;
    }

    public State state() {
        return state;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    public Long originalId() {
        return originalId;
    }

    /** The 480×640 picture. */
    public Long standardId() {
        return standardId;
    }

    /** What prints and desk use: the picture that the collecting unit finished, or else the standard one. */
    public Long officialId() {
        return finishedId == null ? standardId : finishedId;
    }

    /** Null while the collecting unit has not finished it. */
    Long finishedId() {
        return finishedId;
    }

    /** Hexadecimal, of {@link #officialId()}. */
    public String officialSha256() {
        return finishedId == null ? standardSha256 : finishedSha256;
    }

    public boolean isFinishedByUnit() {
        return finishedId != null;
    }

    public int cropWidth() {
        return cropWidth;
    }

    public int cropHeight() {
        return cropHeight;
    }

    public int jpegQuality() {
        return jpegQuality;
    }

    public int jpegBytes() {
        return jpegBytes;
    }

    /** What was measured of it when it was uploaded. */
    public Measurements measurements() {
        return Measurements.fromText(measurements);
    }

    public CropFrame frame() {
        return frame;
    }

    public String standardSha256() {
        return standardSha256;
    }

    /** Why the decision table refused it; suffixes of {@code photo.check.*}. */
    public List<String> checkReasons() {
        return split(checkReasons);
    }

    /** What the decision table wants a reviewer to look at; suffixes of {@code photo.check.*}. */
    public List<String> checkWarnings() {
        return split(checkWarnings);
    }
}
