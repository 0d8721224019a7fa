package io.github.gradphoto.measure;

import static io.github.gradphoto.measure.Measure.Unit.BITS;
import static io.github.gradphoto.measure.Measure.Unit.BYTES;
import static io.github.gradphoto.measure.Measure.Unit.COUNT;
import static io.github.gradphoto.measure.Measure.Unit.DEGREES;
import static io.github.gradphoto.measure.Measure.Unit.DELTA_E;
import static io.github.gradphoto.measure.Measure.Unit.LEVEL;
import static io.github.gradphoto.measure.Measure.Unit.PX;
import static io.github.gradphoto.measure.Measure.Unit.QUALITY;
import static io.github.gradphoto.measure.Measure.Unit.RATIO;
import static io.github.gradphoto.measure.Measure.Unit.SHARE;

/**
 * Every number that is known of a photo. What has px as its unit is measured in the 480×640 picture, from its upper left
 * corner, unless said otherwise; left and right are the picture's. What each number must be is in
 * {@code processes/photoCompliance.dmn} and nowhere else; the specification is 教毕指〔2017〕99号. The known errors are those
 * seen on labelled real faces, in so far as no other source is named.
 */
public enum Measure {

    // --- the file and the crop

    /** Px of the original, full-size picture that became 480. Exact. */
    CROP_WIDTH(PX),
    /** Px of the original, full-size picture that became 640. Exact. */
    CROP_HEIGHT(PX),
    /** Bytes of the 480×640 file. Exact. */
    FILE_BYTES(BYTES),
    /** Quality factor, 60 to 95, with which the 480×640 file was written. Exact. */
    FILE_QUALITY(QUALITY),
    /** Quality factor of the upload, from its quantisation tables; not measured where the upload is no JPEG. */
    JPEG_QUALITY(QUALITY),

    // --- the face and its place

    /** Faces that the detectors find in the whole upload. One frontal face: 111 of 111 right; several faces: 13 of 17. */
    FACES(COUNT),
    /** How sure the detector is of the face, 0 to 1. Frontal faces without sunglasses have 0.8 and more. */
    FACE_SCORE(SHARE),
    /** Upper edge of the hair; on a bald head, of the skull. Known error: 6 px, more for hair that stands up. */
    HAIR_TOP(PX),
    /** Middle between the eyes. Known error: 3 px. */
    EYE_LINE(PX),
    /** Width of the face at the cheekbones, between the outlines of the mesh. Known error: 8 px. */
    FACE_WIDTH(PX),
    /** From the picture's middle to the face's, positive where the face is too far right. Known error: 5 px. */
    CENTRING(PX),
    /** Left edge of the face at the cheekbones. Known error: 5 px. */
    FACE_LEFT(PX),
    /** Right edge of the face at the cheekbones. Known error: 5 px. */
    FACE_RIGHT(PX),
    /** Middle between the lips. Known error: 3 px. */
    MOUTH_LINE(PX),
    /** Lower edge of the chin. Known error: 5 px. */
    CHIN(PX),
    /** What the upload shows above the hair, at the scale of the 480×640 picture. 0: the head is cut off. */
    ROOM_ABOVE(PX),
    /** What the upload shows left of the face, at the scale of the 480×640 picture. */
    ROOM_LEFT(PX),
    /** What the upload shows right of the face, at the scale of the 480×640 picture. */
    ROOM_RIGHT(PX),
    /** What the upload shows below the chin, at the scale of the 480×640 picture. */
    ROOM_BELOW(PX),

    // --- how the head is held

    /** Tilt towards a shoulder, positive where the head leans to the picture's right. Known error: 0.2° to 1°. */
    ROLL(DEGREES),
    /** Turn to the side, positive where the face looks to the picture's right. Known error: 5°, more beyond 30°. */
    YAW(DEGREES),
    /** Nod, positive where the face looks up. Known error: 8°: it depends on the shape of the face. */
    PITCH(DEGREES),
    /** Opening of the less open eye: height by width of its outline (eye aspect ratio). Closed eyes: AUC 0.90. */
    EYE_ASPECT(RATIO),
    /** Opening of the mouth: inner height by inner width of the lips. Open mouths: 47 of 57, false 2 of 94. */
    MOUTH_OPEN(RATIO),
    /** Slope from shoulder to shoulder, positive where the picture's right one is lower. Known error: 4°; hair hides them. */
    SHOULDER_SLOPE(DEGREES),

    // --- light

    /** Mean luma (ITU-R BT.601) of the 480×640 picture. Exact. */
    BRIGHTNESS(LEVEL),
    /** Mean luma of the face, brows and lips with it. Real faces in good light have 120 to 185. */
    FACE_BRIGHTNESS(LEVEL),
    /** Share of the face that is so dark that nothing is seen. A fringe or a beard counts. */
    FACE_DARK_SHARE(SHARE),
    /** Share of the face that is burnt out to white. */
    FACE_BRIGHT_SHARE(SHARE),
    /** One-sided light (阴阳光): difference of both face halves' mean luma, by the mean of both. */
    LIGHT_ASYMMETRY(SHARE),
    /**
     * Fine detail of the face by its coarse detail; it does not depend on how much detail there is. Sharp faces have 4.4 to 7.5,
     * blurred with σ = 1 px 2.4 to 4.4, with σ = 2 px 1.8 to 2.6 (40 real faces).
     */
    SHARPNESS(RATIO),

    // --- the background

    /** Median red of the background. */
    BACKGROUND_RED(LEVEL),
    /** Median green of the background. */
    BACKGROUND_GREEN(LEVEL),
    /** Median blue of the background. */
    BACKGROUND_BLUE(LEVEL),
    /** From the background's colour to the nearest accepted one (CIE76). */
    BACKGROUND_DISTANCE(DELTA_E),
    /**
     * How uneven the background is: nine tenths of its blocks of 16 px are nearer than this to its own colour (CIE76). Real plain
     * ones have up to 7, others 6 to 63.
     */
    BACKGROUND_UNEVENNESS(DELTA_E),

    // --- what is worn

    /** Share of the clothes that is blue. Real blue clothes: 11 of 15, false 1 of 115 (with green). */
    CLOTHES_BLUE_SHARE(SHARE),
    /** Share of the clothes that is green. */
    CLOTHES_GREEN_SHARE(SHARE),
    /** Share of the shoulders that has the colour of the face's skin. Bare: 25 of 26, false 12 of 131. */
    BARE_SHOULDERS(SHARE),
    /** Share of the brows and what is just above them that has the colour of hair. Found: 9 of 11. */
    FRINGE(SHARE),

    // --- whether it was seen before

    /**
     * Bits of 64 by which the nearest photo of the same student that was sent back differs (perceptual hash), if it is nearly
     * the same at all; 0 is the very same file. A picture that was cropped anew is often not found.
     */
    REJECTED_DISTANCE(BITS),
    /** The same for the nearest photo of any other student. */
    OTHER_STUDENT_DISTANCE(BITS);

    /** What a number counts. */
    public enum Unit {
        PX,
        DEGREES,
        /** One length by another. */
        RATIO,
        /** 0 to 1. */
        SHARE,
        /** 0 to 255 of 8 bits; a variance has its square. */
        LEVEL,
        /** Distance of colours in CIELAB. */
        DELTA_E,
        COUNT,
        BYTES,
        /** The usual JPEG factor, 1 to 100. */
        QUALITY,
        BITS
    }

    private final Unit unit;
    private final String key;

    Measure(Unit unit) {
        this.unit = unit;
        this.key = camelCase(name());
    }

    public Unit unit() {
        return unit;
    }

    /** Its name in the decision table, in the database, as a column of CSV and at the end of message keys: {@code hairTop}. */
    public String key() {
        return key;
    }

    private static String camelCase(String name) {
        var key = new StringBuilder();
        for (var word : name.toLowerCase(java.util.Locale.ROOT).split("_")) {
            key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return key.toString();
    }
}
