package io.github.gradphoto.photo;

import io.github.gradphoto.measure.Measure;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What the decision table {@code photoCompliance} may say of a photo, with the place on the picture where it is seen and the
 * sketch that shows how it should be. Texts: {@code photo.check.<key>} says what is wrong, {@code photo.mend.<key>} how to
 * mend it. Whether a reason refuses is the table's to say, not this list's.
 */
public enum CheckReason {
    NO_FACE("noFace", Place.WHOLE, "noFace", Measure.FACES),
    SEVERAL_FACES("severalFaces", Place.WHOLE, "several", Measure.FACES),
    RESOLUTION_TOO_LOW("resolutionTooLow", Place.WHOLE, "lowResolution", Measure.CROP_WIDTH, Measure.CROP_HEIGHT),
    HAIR_TOO_HIGH("hairTooHigh", Place.HAIR_TOP, "high", Measure.HAIR_TOP),
    HAIR_TOO_LOW("hairTooLow", Place.HAIR_TOP, "low", Measure.HAIR_TOP),
    EYES_TOO_HIGH("eyesTooHigh", Place.EYE_LINE, "high", Measure.EYE_LINE),
    EYES_TOO_LOW("eyesTooLow", Place.EYE_LINE, "low", Measure.EYE_LINE),
    FACE_TOO_LARGE("faceTooLarge", Place.FACE_WIDTH, "large", Measure.FACE_WIDTH),
    FACE_TOO_SMALL("faceTooSmall", Place.FACE_WIDTH, "small", Measure.FACE_WIDTH),
    NOT_CENTRED("notCentred", Place.MIDDLE, "aside", Measure.CENTRING),
    ROOM_BELOW_MISSING("roomBelowMissing", Place.BELOW, "below", Measure.ROOM_BELOW),
    TILTED("tilted", Place.AXIS, "tilted", Measure.ROLL),
    TILTED_SLIGHTLY("tiltedSlightly", Place.AXIS, "tilted", Measure.ROLL),
    TURNED("turned", Place.FACE, "turned", Measure.YAW),
    TURNED_SLIGHTLY("turnedSlightly", Place.FACE, "turned", Measure.YAW),
    HEAD_UP("headUp", Place.FACE, "up", Measure.PITCH),
    HEAD_UP_SLIGHTLY("headUpSlightly", Place.FACE, "up", Measure.PITCH),
    HEAD_DOWN("headDown", Place.FACE, "down", Measure.PITCH),
    HEAD_DOWN_SLIGHTLY("headDownSlightly", Place.FACE, "down", Measure.PITCH),
    TOO_DARK("tooDark", Place.WHOLE, "dark", Measure.BRIGHTNESS, Measure.FACE_BRIGHTNESS, Measure.FACE_DARK_SHARE),
    DARK("dark", Place.FACE, "dark", Measure.BRIGHTNESS, Measure.FACE_BRIGHTNESS, Measure.FACE_DARK_SHARE),
    TOO_BRIGHT(
            "tooBright", Place.WHOLE, "bright", Measure.BRIGHTNESS, Measure.FACE_BRIGHTNESS, Measure.FACE_BRIGHT_SHARE),
    BRIGHT("bright", Place.FACE, "bright", Measure.BRIGHTNESS, Measure.FACE_BRIGHTNESS, Measure.FACE_BRIGHT_SHARE),
    BLURRED("blurred", Place.FACE, "blurred", Measure.SHARPNESS),
    BLURRED_SLIGHTLY("blurredSlightly", Place.FACE, "blurred", Measure.SHARPNESS),
    BACKGROUND_WRONG(
            "backgroundWrong",
            Place.BACKGROUND,
            "backgroundColour",
            Measure.BACKGROUND_DISTANCE,
            Measure.BACKGROUND_UNEVENNESS),
    BACKGROUND_COLOUR("backgroundColour", Place.BACKGROUND, "backgroundColour", Measure.BACKGROUND_DISTANCE),
    BACKGROUND_UNEVEN("backgroundUneven", Place.BACKGROUND, "backgroundUneven", Measure.BACKGROUND_UNEVENNESS),
    LIGHT_UNEVEN("lightUneven", Place.HALVES, "halfShaded", Measure.LIGHT_ASYMMETRY),
    EYES_MAYBE_CLOSED("eyesMaybeClosed", Place.EYES, "eyes", Measure.EYE_ASPECT),
    MOUTH_MAYBE_OPEN("mouthMaybeOpen", Place.MOUTH, "mouth", Measure.MOUTH_OPEN),
    SHOULDERS_UNEVEN("shouldersUneven", Place.SHOULDERS, "slope", Measure.SHOULDER_SLOPE),
    CLOTHES_BLUE("clothesBlue", Place.CLOTHES, "clothes", Measure.CLOTHES_BLUE_SHARE),
    CLOTHES_GREEN("clothesGreen", Place.CLOTHES, "clothes", Measure.CLOTHES_GREEN_SHARE),
    SHOULDERS_BARE("shouldersBare", Place.SHOULDERS, "shoulders", Measure.BARE_SHOULDERS),
    FRINGE("fringe", Place.BROWS, "fringe", Measure.FRINGE),
    JPEG_QUALITY_LOW("jpegQualityLow", Place.WHOLE, "lowResolution", Measure.JPEG_QUALITY),
    SAME_AS_REJECTED("sameAsRejected", Place.WHOLE, "same", Measure.REJECTED_DISTANCE),
    /** What follows is for the reviewer: the student can do nothing about it, or need not know. */
    SAME_AS_OTHER("sameAsOther", Measure.OTHER_STUDENT_DISTANCE),
    FILE_TOO_LARGE("fileTooLarge", Measure.FILE_BYTES, Measure.FILE_QUALITY),
    FILE_TOO_SMALL("fileTooSmall", Measure.FILE_BYTES),
    FACE_NOT_MEASURED("faceNotMeasured", Measure.FACES),
    FRAMING_NOT_MEASURED("framingNotMeasured", Measure.HAIR_TOP, Measure.EYE_LINE, Measure.FACE_WIDTH),
    POSE_NOT_MEASURED("poseNotMeasured", Measure.ROLL, Measure.YAW, Measure.PITCH),
    EYES_NOT_MEASURED("eyesNotMeasured", Measure.EYE_ASPECT),
    MOUTH_NOT_MEASURED("mouthNotMeasured", Measure.MOUTH_OPEN),
    SHOULDERS_NOT_MEASURED("shouldersNotMeasured", Measure.SHOULDER_SLOPE, Measure.BARE_SHOULDERS),
    BRIGHTNESS_NOT_MEASURED("brightnessNotMeasured", Measure.BRIGHTNESS),
    SHARPNESS_NOT_MEASURED("sharpnessNotMeasured", Measure.SHARPNESS),
    LIGHT_NOT_MEASURED("lightNotMeasured", Measure.LIGHT_ASYMMETRY),
    BACKGROUND_NOT_MEASURED("backgroundNotMeasured", Measure.BACKGROUND_DISTANCE, Measure.BACKGROUND_UNEVENNESS),
    CLOTHES_NOT_MEASURED("clothesNotMeasured", Measure.CLOTHES_BLUE_SHARE, Measure.CLOTHES_GREEN_SHARE),
    FRINGE_NOT_MEASURED("fringeNotMeasured", Measure.FRINGE);

    /** Where on the picture it is seen. */
    enum Place {
        WHOLE,
        HAIR_TOP,
        EYE_LINE,
        FACE_WIDTH,
        MIDDLE,
        BELOW,
        AXIS,
        FACE,
        HALVES,
        EYES,
        BROWS,
        MOUTH,
        CLOTHES,
        SHOULDERS,
        BACKGROUND,
        NOWHERE
    }

    private final String key;
    private final Place place;
    private final String sketch;
    private final Set<Measure> measures;

    CheckReason(String key, Measure... measures) {
        this(key, Place.NOWHERE, null, measures);
    }

    CheckReason(String key, Place place, String sketch, Measure... measures) {
        this.key = key;
        this.place = place;
        this.sketch = sketch;
        this.measures = Set.of(measures);
    }

    /** One that this version does not know is left out: an older version may have named it. */
    static Optional<CheckReason> of(String key) {
        return Arrays.stream(values()).filter(reason -> reason.key.equals(key)).findFirst();
    }

    public String key() {
        return key;
    }

    Place place() {
        return place;
    }

    /** File in {@code static/img/photo}; null where only the reviewer is told. */
    public String sketch() {
        return sketch;
    }

    /** The numbers that it is about. */
    public Set<Measure> measures() {
        return measures;
    }

    /** Whether the student can see what is meant, and mend it. */
    public boolean isForStudents() {
        return sketch != null;
    }
}
