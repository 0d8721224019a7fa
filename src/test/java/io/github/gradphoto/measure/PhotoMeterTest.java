package io.github.gradphoto.measure;

import static io.github.gradphoto.measure.DrawnPhotos.drawn;
import static io.github.gradphoto.measure.DrawnPhotos.each;
import static io.github.gradphoto.measure.DrawnPhotos.judged;
import static io.github.gradphoto.measure.DrawnPhotos.measured;
import static io.github.gradphoto.measure.DrawnPhotos.number;
import static io.github.gradphoto.measure.DrawnPhotos.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradphoto.demo.Background;
import io.github.gradphoto.demo.Flaw;
import io.github.gradphoto.measure.PhotoVerdict.Outcome;
import io.github.gradphoto.picture.PhotoJpeg;
import io.github.gradphoto.process.StandalonePhotoRules;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** N13, N14: each check on a drawn portrait that must pass and on one that must not. */
class PhotoMeterTest {

    private static final int WHITE = 0xfafafa;

    @ParameterizedTest
    @EnumSource(Background.class)
    void passesAGoodPhoto(Background background) {
        for (long seed : new long[] {7, 20, 31}) {
            assertThat(judged(person(seed, background, EnumSet.noneOf(Flaw.class))))
                    .isEqualTo(new PhotoVerdict(Outcome.PASSED, List.of(), List.of()));
        }
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                Arguments.of(Flaw.TILTED, Outcome.REFUSED, "tilted"),
                Arguments.of(Flaw.BLURRED, Outcome.REFUSED, "blurred"),
                Arguments.of(Flaw.BLUE_SHIRT, Outcome.DOUBTFUL, "clothesBlue"),
                Arguments.of(Flaw.STRAPS, Outcome.DOUBTFUL, "shouldersBare"),
                Arguments.of(Flaw.FRINGE_OVER_BROWS, Outcome.DOUBTFUL, "fringe"),
                Arguments.of(Flaw.EYES_CLOSED, Outcome.DOUBTFUL, "eyesMaybeClosed"),
                Arguments.of(Flaw.MOUTH_OPEN, Outcome.DOUBTFUL, "mouthMaybeOpen"),
                Arguments.of(Flaw.GRADIENT_BACKGROUND, Outcome.DOUBTFUL, "backgroundUneven"),
                Arguments.of(Flaw.HALF_SHADOW, Outcome.DOUBTFUL, "lightUneven"));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void namesWhatIsWrong(Flaw flaw, Outcome outcome, String reason) {
        var verdict = judged(person(31, flaw));
        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.reasons()).contains(reason);
    }

    /** Nobody can tell these from a number: they are the reviewer's. */
    @ParameterizedTest
    @EnumSource(
            value = Flaw.class,
            names = {"EARRINGS", "GLASSES_GLARE"})
    void leavesToTheReviewerWhatCannotBeMeasured(Flaw flaw) {
        assertThat(judged(person(7, flaw)).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void refusesAPictureWithoutAFace() {
        var wall = new BufferedImage(960, 1280, BufferedImage.TYPE_3BYTE_BGR);
        assertThat(judged(each(wall, level -> 240)).refusals()).containsExactly("noFace");
    }

    @Test
    void refusesTwoPeople() {
        var two = drawn(person(7), 1920, 1280, WHITE, 0, 0, 1);
        two.createGraphics().drawImage(person(20), 960, 0, null);
        assertThat(number(measured(two), Measure.FACES)).isEqualTo(2);
        assertThat(judged(two).refusals()).contains("severalFaces");
        assertThat(measured(two).measurements().has(Measure.HAIR_TOP)).isFalse();
        assertThat(measured(two).limits()).isEmpty();
    }

    @Test
    void findsSomebodyFarBehind() {
        var behind = drawn(person(7), 960, 1280, WHITE, 0, 0, 1);
        behind.createGraphics().drawImage(person(20), 20, 20, 150, 200, null);
        assertThat(judged(behind).refusals()).contains("severalFaces");
    }

    @ParameterizedTest
    @CsvSource({"0.2, tooDark", "0.45, dark", "0.9, "})
    void seesTheDark(double light, String reason) {
        var verdict = judged(
                each(person(7, Background.LIGHT_BLUE, EnumSet.noneOf(Flaw.class)), level -> (int) (level * light)));
        assertThat(verdict.reasons().stream().filter(each -> each.equals("dark") || each.equals("tooDark")))
                .isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void seesTheBurntOut() {
        assertThat(judged(each(person(7), level -> level * 2)).refusals()).contains("tooBright");
        assertThat(judged(each(person(7), level -> level + 8)).reasons()).doesNotContain("tooBright", "bright");
    }

    @Test
    void seesAFarOffBackground() {
        var stripes = person(7);
        for (int y = 0; y < 1280; y++) {
            for (int x = 0; x < 960; x++) {
                if ((stripes.getRGB(x, y) & 0xff) > 244 && (stripes.getRGB(x, y) >> 16 & 0xff) > 244) {
                    stripes.setRGB(x, y, y / 80 % 2 == 0 ? 0xc02020 : 0x207020);
                }
            }
        }
        assertThat(judged(stripes).refusals()).contains("backgroundWrong");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-20, -9, -3, 0, 5, 12})
    void readsTheTilt(double degrees) {
        var large = drawn(person(7), 1600, 2000, WHITE, 320, 400, 1);
        var turned = new BufferedImage(1600, 2000, BufferedImage.TYPE_3BYTE_BGR);
        var g = turned.createGraphics();
        g.setColor(new java.awt.Color(WHITE));
        g.fillRect(0, 0, 1600, 2000);
        g.drawImage(large, AffineTransform.getRotateInstance(Math.toRadians(degrees), 800, 900), null);
        var upright = number(measured(large), Measure.ROLL);
        assertThat(number(measured(turned), Measure.ROLL)).isCloseTo(upright + degrees, within(1.0));
    }

    @ParameterizedTest
    @CsvSource({"200,100,1", "900,600,0.6", "60,700,0.8", "1000,50,0.55"})
    void framesTheHeadWhereverItIs(double x, double y, double scale) throws IOException {
        var picture = drawn(person(31), 2000, 2000, WHITE, x, y, scale);
        var photo = measured(picture);
        var again = DrawnPhotos.again(
                drawn(ImageIO.read(new ByteArrayInputStream(photo.standard().jpeg())), 480, 640, WHITE, 0, 0, 1));

        for (var each : List.of(photo, again)) {
            assertThat(number(each, Measure.HAIR_TOP)).isBetween(50.0, 110.0);
            assertThat(number(each, Measure.EYE_LINE)).isBetween(200.0, 300.0);
            assertThat(number(each, Measure.FACE_WIDTH)).isBetween(180.0, 300.0);
            assertThat(number(each, Measure.CENTRING)).isBetween(-24.0, 24.0);
        }
        assertThat(number(photo, Measure.CROP_WIDTH)).isGreaterThanOrEqualTo(480);
        assertThat(photo.frame()).isEqualTo(photo.proposed());
        assertThat(photo.moved()).isFalse();
    }

    /** The drawing says where its eyes are: 492 px ± 20 of 1280, and its hair is seen on white. */
    @Test
    void measuresWhatWasDrawn() {
        var photo = DrawnPhotos.again(person(31));
        assertThat(number(photo, Measure.EYE_LINE)).isCloseTo(492 / 2.0, within(12.0));
        assertThat(number(photo, Measure.HAIR_TOP)).isCloseTo(hairTop(person(31)) / 2.0, within(6.0));
        assertThat(number(photo, Measure.YAW)).isCloseTo(0, within(5.0));
    }

    private static int hairTop(BufferedImage picture) {
        for (int y = 0; ; y++) {
            int dark = 0;
            for (int x = 300; x < 660; x++) {
                dark += (picture.getRGB(x, y) >> 8 & 0xff) < 160 ? 1 : 0;
            }
            if (dark > 20) {
                return y;
            }
        }
    }

    @Test
    void refusesAHeadWithoutRoomAbove() {
        var cut = person(7).getSubimage(0, 150, 960, 1130);
        var verdict = judged(drawn(cut, 960, 1130, WHITE, 0, 0, 1));
        assertThat(verdict.refusals()).contains("hairTooHigh");
        assertThat(judged(person(7)).refusals()).doesNotContain("hairTooHigh");
    }

    @Test
    void refusesAFaceThatFillsThePicture() {
        var near = drawn(person(7), 960, 1280, WHITE, -600, -500, 2.2);
        assertThat(judged(near).refusals()).contains("faceTooLarge");
    }

    @Test
    void refusesAFaceAtTheEdge() {
        var aside = drawn(person(7), 960, 1280, WHITE, -260, 0, 1);
        assertThat(judged(aside).refusals()).contains("notCentred");
    }

    @Test
    void refusesAHeadWithoutShoulders() {
        var chin = drawn(person(7), 1200, 880, WHITE, 120, 60, 1);
        assertThat(judged(chin).refusals()).contains("roomBelowMissing");
    }

    @Test
    void refusesTooFewPixels() {
        var small = drawn(person(7), 360, 480, WHITE, 0, 0, 0.375);
        assertThat(judged(small).refusals()).containsExactly("resolutionTooLow");
    }

    @Test
    void refusesToEnlargeASmallFaceInALargePicture() {
        var far = drawn(person(7), 1600, 1600, WHITE, 600, 500, 0.35);
        assertThat(judged(far).refusals()).containsExactly("resolutionTooLow");
    }

    @Test
    void measuresTheSlopeOfTheShouldersOrNothing() {
        var lopsided = new BufferedImage(960, 1280, BufferedImage.TYPE_3BYTE_BGR);
        var g = lopsided.createGraphics();
        g.setColor(new java.awt.Color(WHITE));
        g.fillRect(0, 0, 960, 1280);
        g.drawImage(
                drawn(person(7), 960, 1280, WHITE, 144, 192, 0.7),
                AffineTransform.getRotateInstance(0.2, 480, 700),
                null);
        var straight =
                measured(drawn(person(7), 960, 1280, WHITE, 144, 192, 0.7)).measurements();
        var leaning = measured(lopsided).measurements();
        straight.get(Measure.SHOULDER_SLOPE)
                .ifPresent(slope -> assertThat(slope).isCloseTo(0, within(4.0)));
        leaning.get(Measure.SHOULDER_SLOPE).ifPresent(slope -> assertThat(slope).isCloseTo(11.5, within(5.0)));
    }

    @Test
    void turnsNothingAndMirrorsNothing() throws IOException {
        var picture = person(7);
        var photo = measured(picture, new CropFrame(0, 0, 1));
        var standard = ImageIO.read(new ByteArrayInputStream(photo.standard().jpeg()));
        var crop = photo.frame().on(960, 1280);
        for (int[] at : new int[][] {{100, 100}, {240, 330}, {150, 600}, {400, 500}}) {
            int x = crop.x + at[0] * crop.width / 480;
            int y = crop.y + at[1] * crop.height / 640;
            assertThat(standard.getRGB(at[0], at[1]) >> 8 & 0xff)
                    .isCloseTo(picture.getRGB(x, y) >> 8 & 0xff, within(25));
        }
    }

    /** A machine for which there is no native library: photos are taken in all the same, and a reviewer judges. */
    @Test
    void measuresWhatItCanWithoutTheModels() {
        var meter = new PhotoMeter(new FaceModels() {
            @Override
            public List<DetectedFace> faces(BufferedImage picture) {
                throw new UnsatisfiedLinkError("no jnijavacpp in java.library.path");
            }

            @Override
            public FaceMesh mesh(BufferedImage picture, DetectedFace face) {
                throw new AssertionError("nobody was found");
            }

            @Override
            public PersonMask person(BufferedImage picture, Rectangle part) {
                throw new AssertionError("nobody was found");
            }
        });
        var photo = meter.measure(DrawnPhotos.decoded(person(7)), PhotoJpeg.encode(person(7), 92), null, List.of());
        assertThat(photo.measurements().has(Measure.FACES)).isFalse();
        assertThat(number(photo, Measure.BRIGHTNESS)).isGreaterThan(100);
        assertThat(new StandalonePhotoRules()
                        .photoCompliance(photo.measurements())
                        .warnings())
                .contains("faceNotMeasured");
    }
}
