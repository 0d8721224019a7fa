package io.github.gradphoto.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.measure.Measurements;
import io.github.gradphoto.measure.PhotoVerdict;
import io.github.gradphoto.measure.PhotoVerdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** N13, N14: every row of the tables that judge a photo's numbers, at its limits. */
class PhotoComplianceTest {

    private static final StandalonePhotoRules RULES = new StandalonePhotoRules();
    private static final Set<String> SEEN = new LinkedHashSet<>();

    private static final Measurements GOOD = Measurements.of(Map.ofEntries(
            Map.entry(Measure.FACES, 1.0),
            Map.entry(Measure.CROP_WIDTH, 480.0),
            Map.entry(Measure.CROP_HEIGHT, 640.0),
            Map.entry(Measure.FILE_BYTES, 30_000.0),
            Map.entry(Measure.FILE_QUALITY, 90.0),
            Map.entry(Measure.JPEG_QUALITY, 92.0),
            Map.entry(Measure.HAIR_TOP, 80.0),
            Map.entry(Measure.EYE_LINE, 250.0),
            Map.entry(Measure.FACE_WIDTH, 220.0),
            Map.entry(Measure.CENTRING, 0.0),
            Map.entry(Measure.ROOM_BELOW, 200.0),
            Map.entry(Measure.ROLL, 0.0),
            Map.entry(Measure.YAW, 0.0),
            Map.entry(Measure.PITCH, 0.0),
            Map.entry(Measure.SHOULDER_SLOPE, 0.0),
            Map.entry(Measure.EYE_ASPECT, 0.3),
            Map.entry(Measure.MOUTH_OPEN, 0.05),
            Map.entry(Measure.FRINGE, 0.0),
            Map.entry(Measure.BRIGHTNESS, 150.0),
            Map.entry(Measure.FACE_BRIGHTNESS, 160.0),
            Map.entry(Measure.FACE_DARK_SHARE, 0.0),
            Map.entry(Measure.FACE_BRIGHT_SHARE, 0.0),
            Map.entry(Measure.LIGHT_ASYMMETRY, 0.05),
            Map.entry(Measure.SHARPNESS, 6.0),
            Map.entry(Measure.BACKGROUND_DISTANCE, 3.0),
            Map.entry(Measure.BACKGROUND_UNEVENNESS, 1.0),
            Map.entry(Measure.CLOTHES_BLUE_SHARE, 0.0),
            Map.entry(Measure.CLOTHES_GREEN_SHARE, 0.0),
            Map.entry(Measure.BARE_SHOULDERS, 0.0)));

    @Test
    void passesWhatIsWithinTheSpecification() {
        assertThat(judge(GOOD)).isEqualTo(new PhotoVerdict(Outcome.PASSED, List.of(), List.of()));
        for (var edge : new double[][] {{50, 200, 180}, {110, 300, 300}}) {
            var measured = GOOD.with(Measure.HAIR_TOP, edge[0])
                    .with(Measure.EYE_LINE, edge[1])
                    .with(Measure.FACE_WIDTH, edge[2]);
            assertThat(judge(measured).outcome()).isEqualTo(Outcome.PASSED);
        }
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(Measure.FACES, 0, "noFace"),
                Arguments.of(Measure.FACES, 2, "severalFaces"),
                Arguments.of(Measure.CROP_WIDTH, 479, "resolutionTooLow"),
                Arguments.of(Measure.CROP_HEIGHT, 639, "resolutionTooLow"),
                Arguments.of(Measure.HAIR_TOP, 49.9, "hairTooHigh"),
                Arguments.of(Measure.HAIR_TOP, 110.1, "hairTooLow"),
                Arguments.of(Measure.EYE_LINE, 199.9, "eyesTooHigh"),
                Arguments.of(Measure.EYE_LINE, 300.1, "eyesTooLow"),
                Arguments.of(Measure.FACE_WIDTH, 179.9, "faceTooSmall"),
                Arguments.of(Measure.FACE_WIDTH, 300.1, "faceTooLarge"),
                Arguments.of(Measure.CENTRING, -31, "notCentred"),
                Arguments.of(Measure.CENTRING, 31, "notCentred"),
                Arguments.of(Measure.ROOM_BELOW, 20, "roomBelowMissing"),
                Arguments.of(Measure.ROLL, -15, "tilted"),
                Arguments.of(Measure.ROLL, 15, "tilted"),
                Arguments.of(Measure.YAW, -40, "turned"),
                Arguments.of(Measure.YAW, 40, "turned"),
                Arguments.of(Measure.PITCH, -40, "headDown"),
                Arguments.of(Measure.PITCH, 40, "headUp"),
                Arguments.of(Measure.BRIGHTNESS, 10, "tooDark"),
                Arguments.of(Measure.BRIGHTNESS, 254, "tooBright"),
                Arguments.of(Measure.FACE_BRIGHT_SHARE, 0.9, "tooBright"),
                Arguments.of(Measure.FACE_BRIGHTNESS, 10, "tooDark"),
                Arguments.of(Measure.FACE_BRIGHTNESS, 254, "tooBright"),
                Arguments.of(Measure.SHARPNESS, 0.1, "blurred"),
                Arguments.of(Measure.REJECTED_DISTANCE, 0, "sameAsRejected"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatIsFarOut(Measure measure, double value, String reason) {
        assertThat(judge(GOOD.with(measure, value)).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(judge(GOOD.with(measure, value)).refusals()).containsExactly(reason);
    }

    static Stream<Arguments> doubtful() {
        return Stream.of(
                Arguments.of(Measure.ROLL, -6, "tiltedSlightly"),
                Arguments.of(Measure.ROLL, 6, "tiltedSlightly"),
                Arguments.of(Measure.YAW, -20, "turnedSlightly"),
                Arguments.of(Measure.YAW, 20, "turnedSlightly"),
                Arguments.of(Measure.PITCH, -20, "headDownSlightly"),
                Arguments.of(Measure.PITCH, 20, "headUpSlightly"),
                Arguments.of(Measure.SHOULDER_SLOPE, -15, "shouldersUneven"),
                Arguments.of(Measure.EYE_ASPECT, 0.1, "eyesMaybeClosed"),
                Arguments.of(Measure.MOUTH_OPEN, 0.5, "mouthMaybeOpen"),
                Arguments.of(Measure.FRINGE, 1, "fringe"),
                Arguments.of(Measure.FACE_BRIGHT_SHARE, 0.2, "bright"),
                Arguments.of(Measure.FACE_BRIGHTNESS, 230, "bright"),
                Arguments.of(Measure.FACE_BRIGHTNESS, 90, "dark"),
                Arguments.of(Measure.FACE_DARK_SHARE, 0.6, "dark"),
                Arguments.of(Measure.LIGHT_ASYMMETRY, 0.9, "lightUneven"),
                Arguments.of(Measure.BACKGROUND_UNEVENNESS, 60, "backgroundUneven"),
                Arguments.of(Measure.BACKGROUND_DISTANCE, 90, "backgroundColour"),
                Arguments.of(Measure.CLOTHES_BLUE_SHARE, 1, "clothesBlue"),
                Arguments.of(Measure.CLOTHES_GREEN_SHARE, 1, "clothesGreen"),
                Arguments.of(Measure.BARE_SHOULDERS, 1, "shouldersBare"),
                Arguments.of(Measure.JPEG_QUALITY, 20, "jpegQualityLow"),
                Arguments.of(Measure.FILE_BYTES, 40_961, "fileTooLarge"),
                Arguments.of(Measure.FILE_QUALITY, 59, "fileTooLarge"),
                Arguments.of(Measure.FILE_BYTES, 20_479, "fileTooSmall"),
                Arguments.of(Measure.REJECTED_DISTANCE, 3, "sameAsRejected"),
                Arguments.of(Measure.OTHER_STUDENT_DISTANCE, 0, "sameAsOther"));
    }

    @ParameterizedTest
    @MethodSource("doubtful")
    void warnsOfWhatIsNotSure(Measure measure, double value, String reason) {
        assertThat(judge(GOOD.with(measure, value)).outcome()).isEqualTo(Outcome.DOUBTFUL);
        assertThat(judge(GOOD.with(measure, value)).warnings()).containsExactly(reason);
    }

    static Stream<Arguments> notMeasured() {
        return Stream.of(
                Arguments.of(Measure.HAIR_TOP, "framingNotMeasured"),
                Arguments.of(Measure.ROLL, "poseNotMeasured"),
                Arguments.of(Measure.EYE_ASPECT, "eyesNotMeasured"),
                Arguments.of(Measure.MOUTH_OPEN, "mouthNotMeasured"),
                Arguments.of(Measure.FRINGE, "fringeNotMeasured"),
                Arguments.of(Measure.BRIGHTNESS, "brightnessNotMeasured"),
                Arguments.of(Measure.SHARPNESS, "sharpnessNotMeasured"),
                Arguments.of(Measure.LIGHT_ASYMMETRY, "lightNotMeasured"),
                Arguments.of(Measure.BACKGROUND_DISTANCE, "backgroundNotMeasured"),
                Arguments.of(Measure.CLOTHES_BLUE_SHARE, "clothesNotMeasured"));
    }

    @ParameterizedTest
    @MethodSource("notMeasured")
    void saysWhatWasNotMeasured(Measure measure, String reason) {
        assertThat(judge(without(measure)).outcome()).isEqualTo(Outcome.DOUBTFUL);
        assertThat(judge(without(measure)).warnings()).containsExactly(reason);
    }

    @Test
    void darkFacesAreNamedOnce() {
        assertThat(judge(GOOD.with(Measure.FACE_BRIGHTNESS, 70)).warnings()).containsExactly("dark");
        assertThat(judge(GOOD.with(Measure.BRIGHTNESS, 10).with(Measure.FACE_BRIGHTNESS, 10))
                        .refusals())
                .containsExactly("tooDark");
        assertThat(judge(GOOD.with(Measure.CROP_WIDTH, 300).with(Measure.CROP_HEIGHT, 400))
                        .refusals())
                .containsExactly("resolutionTooLow");
    }

    @Test
    void refusesABackgroundOnlyWhereColourAndEvennessAreFarOut() {
        var colour = GOOD.with(Measure.BACKGROUND_DISTANCE, 90);
        assertThat(judge(colour).outcome()).isEqualTo(Outcome.DOUBTFUL);
        assertThat(judge(colour.with(Measure.BACKGROUND_UNEVENNESS, 60)).refusals())
                .containsExactly("backgroundWrong");
    }

    @Test
    void blursALittle() {
        var reasons = new LinkedHashSet<String>();
        for (double sharpness = 0.5; sharpness < 8; sharpness *= 1.1) {
            reasons.addAll(judge(GOOD.with(Measure.SHARPNESS, sharpness)).reasons());
        }
        assertThat(reasons).containsExactly("blurred", "blurredSlightly");
    }

    @Test
    void onlySaysThatNobodyLookedForAFace() {
        var nothing = Measurements.of(Map.of(
                Measure.CROP_WIDTH, 480.0,
                Measure.CROP_HEIGHT, 640.0,
                Measure.FILE_BYTES, 30_000.0,
                Measure.FILE_QUALITY, 90.0,
                Measure.BRIGHTNESS, 100.0));
        assertThat(judge(nothing)).isEqualTo(new PhotoVerdict(Outcome.DOUBTFUL, List.of(), List.of("faceNotMeasured")));
    }

    @Test
    void tellsEverythingAtOnce() {
        var bad = judge(GOOD.with(Measure.ROLL, 20).with(Measure.BRIGHTNESS, 20).with(Measure.EYE_ASPECT, 0.1));
        assertThat(bad.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(bad.refusals()).containsExactly("tilted", "tooDark");
        assertThat(bad.warnings()).containsExactly("eyesMaybeClosed");
    }

    @AfterAll
    static void everyReasonWasGiven() throws IOException {
        var matcher = Pattern.compile("<text>\"([a-z][A-Za-z]+)\"</text>")
                .matcher(Files.readString(Path.of("processes/photoCompliance.dmn")));
        while (matcher.find()) {
            assertThat(SEEN).contains(matcher.group(1));
        }
    }

    private static PhotoVerdict judge(Measurements measured) {
        var verdict = RULES.photoCompliance(measured);
        SEEN.add("none");
        SEEN.addAll(verdict.refusals());
        SEEN.addAll(verdict.warnings());
        return verdict;
    }

    private static Measurements without(Measure measure) {
        var rest = new EnumMap<Measure, Double>(GOOD.asMap());
        rest.remove(measure);
        return Measurements.of(rest);
    }
}
