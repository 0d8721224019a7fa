package io.github.gradphoto.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.measure.Measurements;
import io.github.gradphoto.photo.MeasuredNumber.State;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a photo's numbers become on the picture and in the lists. N13. */
class PhotoReportTest {

    private static final Map<Measure, AllowedRange> RANGES = Map.of(
            Measure.HAIR_TOP, new AllowedRange(50.0, 110.0, 50.0, 110.0),
            Measure.EYE_LINE, new AllowedRange(200.0, 300.0, 200.0, 300.0),
            Measure.FACE_WIDTH, new AllowedRange(180.0, 300.0, 180.0, 300.0),
            Measure.ROLL, new AllowedRange(-3.0, 3.0, -8.0, 8.0),
            Measure.CROP_WIDTH, new AllowedRange(480.0, null, 480.0, null),
            Measure.SHARPNESS, new AllowedRange(30.0, null, 10.0, null));

    private final PhotoReports reports = new PhotoReports(() -> RANGES);

    @Test
    void theLinesStandWhereTheNumbersSayAndTheFailingOneIsMarked() {
        var report = reports.forStudent(face(Map.of(Measure.HAIR_TOP, 20.0)), List.of("hairTooHigh"), List.of());

        assertThat(report.overlay().bands())
                .containsExactly(new Overlay.Band("hairTop", 50, 110), new Overlay.Band("eyeLine", 200, 300));
        var hair = line(report, "hairTop");
        assertThat(hair.d()).isEqualTo("M0 20L480 20");
        assertThat(hair.text()).isEqualTo("20");
        assertThat(hair.fine()).isFalse();
        assertThat(line(report, "eyeLine").fine()).isTrue();
        assertThat(line(report, "faceWidth").d()).contains("M140 ").contains("L340 ");
        var mark = report.overlay().marks().get(0);
        assertThat(mark.number()).isEqualTo(1);
        assertThat(mark.refuses()).isTrue();
    }

    @Test
    void refusalsAndWarningsAreToldApartAndNumberedThrough() {
        var report = reports.forStudent(
                face(Map.of(Measure.ROLL, 12.0)), List.of("tilted"), List.of("eyesMaybeClosed", "clothesBlue"));

        assertThat(report.refusals()).extracting(Finding::reason).containsExactly(CheckReason.TILTED);
        assertThat(report.warnings())
                .extracting(Finding::reason)
                .containsExactly(CheckReason.EYES_MAYBE_CLOSED, CheckReason.CLOTHES_BLUE);
        assertThat(report.overlay().marks()).extracting(Overlay.Mark::number).containsExactly(1, 2, 3);
        assertThat(report.overlay().marks())
                .allSatisfy(mark -> assertThat(mark.x()).isBetween(0L, 480L))
                .allSatisfy(mark -> assertThat(mark.y()).isBetween(0L, 640L));
    }

    @Test
    void aStudentIsNotToldWhatOnlyAReviewerCanJudge() {
        var warnings = List.of("sameAsOther", "poseNotMeasured", "fileTooSmall", "fringe");
        assertThat(reports.forStudent(face(Map.of()), List.of(), warnings).warnings())
                .extracting(Finding::reason)
                .containsExactly(CheckReason.FRINGE);
    }

    @Test
    void withoutAFaceNothingIsDrawnThatWasNotMeasured() {
        var report = reports.forStudent(
                Measurements.of(Map.of(Measure.FACES, 0.0)), List.of("noFace"), List.of("backgroundUneven"));
        assertThat(report.overlay().bands()).isEmpty();
        assertThat(report.overlay().lines()).isEmpty();
        assertThat(report.overlay().marks()).extracting(Overlay.Mark::number).containsExactly(1);
    }

    @Test
    void numbersOutOfRangeComeFirst() {
        var report = reports.of(
                face(Map.of(Measure.ROLL, 5.0, Measure.CROP_WIDTH, 300.0)),
                List.of("resolutionTooLow"),
                List.of("sharpnessNotMeasured"));
        assertThat(report.numbers())
                .extracting(MeasuredNumber::state)
                .containsExactly(State.REFUSED, State.DOUBTFUL, State.NOT_MEASURED, State.FINE, State.FINE, State.FINE);
        assertThat(report.striking())
                .extracting(MeasuredNumber::measure)
                .containsExactly(Measure.CROP_WIDTH, Measure.ROLL, Measure.SHARPNESS);
    }

    @Test
    void aNumberIsShownWithItsUnitAndRange() {
        var roll = new MeasuredNumber(Measure.ROLL, -3.24, new AllowedRange(-3.0, 3.0, -8.0, 8.0));
        assertThat(roll.text()).isEqualTo("−3.2°");
        assertThat(roll.allowed()).isEqualTo("±3°");
        var hair = new MeasuredNumber(Measure.HAIR_TOP, 80.0, RANGES.get(Measure.HAIR_TOP));
        assertThat(hair.text()).isEqualTo("80 px");
        assertThat(hair.allowed()).isEqualTo("50–110 px");
        assertThat(hair.barAt()).isEqualTo(50);
        assertThat(hair.barFrom() + hair.barLength() / 2).isEqualTo(50);
        var share = new MeasuredNumber(Measure.CLOTHES_BLUE_SHARE, 0.384, new AllowedRange(null, 0.2, null, null));
        assertThat(share.text()).isEqualTo("38 %");
        assertThat(share.allowed()).isEqualTo("≤ 20 %");
        assertThat(share.barAt()).isGreaterThan(share.barFrom() + share.barLength());
        assertThat(new MeasuredNumber(Measure.FACES, null, new AllowedRange(1.0, 1.0, 1.0, 1.0)).text())
                .isEqualTo("—");
    }

    private static Overlay.Line line(PhotoReport report, String key) {
        return report.overlay().lines().stream()
                .filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Measurements face(Map<Measure, Double> others) {
        var values = new EnumMap<Measure, Double>(Measure.class);
        values.put(Measure.FACE_LEFT, 140.0);
        values.put(Measure.FACE_RIGHT, 340.0);
        values.put(Measure.FACE_WIDTH, 200.0);
        values.put(Measure.HAIR_TOP, 80.0);
        values.put(Measure.EYE_LINE, 245.0);
        values.put(Measure.ROLL, 0.0);
        values.put(Measure.CROP_WIDTH, 900.0);
        values.putAll(others);
        return Measurements.of(values);
    }
}
