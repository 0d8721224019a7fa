package io.github.gradphoto.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** N13: where the frame may be. Numbers without a picture. */
class FramingTest {

    private static final Head.Pose STRAIGHT = new Head.Pose(0, 0, 0);
    /** In the middle of every limit where the frame is the middle 480×640 of 1000×1400. */
    private static final Head HEAD = new Head(380, 550, 500, 240, 700, STRAIGHT);

    @Test
    void proposesTheMiddleOfTheSpecification() {
        var at = places(HEAD, new Framing(HEAD, 1000, 1400, 480).proposal(), 1000, 1400);
        assertThat(at[0]).isCloseTo(80, within(8.0));
        assertThat(at[1]).isCloseTo(250, within(8.0));
        assertThat(at[2]).isCloseTo(240, within(8.0));
        assertThat(at[3]).isCloseTo(0, within(0.1));
    }

    @Test
    void allowsNothingOutsideTheSpecification() {
        var framing = new Framing(HEAD, 1000, 1400, 400);
        var limits = framing.limits().orElseThrow();
        var random = new Random(4);
        for (int i = 0; i < 2000; i++) {
            var chosen = new CropFrame(random.nextDouble(), random.nextDouble(), 0.01 + 0.99 * random.nextDouble());
            var frame = framing.nearest(chosen).orElseThrow();
            var at = places(HEAD, frame, 1000, 1400);
            assertThat(frame.isInside(1000, 1400)).isTrue();
            assertThat(at[0]).isBetween(52.9, 107.1);
            assertThat(at[1]).isBetween(202.9, 297.1);
            assertThat(at[2]).isBetween(182.9, 297.1);
            assertThat(at[3]).isBetween(-24.1, 24.1);
            assertThat(frame.width() * 1000).isGreaterThanOrEqualTo(399.9);
            assertThat(frame.x()).isBetween(limits.minX() - 1e-9, limits.maxX() + 1e-9);
            assertThat(frame.y()).isBetween(limits.minY() - 1e-9, limits.maxY() + 1e-9);
            assertThat(frame.width()).isBetween(limits.minWidth() - 1e-9, limits.maxWidth() + 1e-9);
        }
    }

    @Test
    void leavesAnAllowedFrameWhereItIs() {
        var framing = new Framing(HEAD, 1000, 1400, 400);
        var proposed = framing.proposal();
        var shifted = new CropFrame(proposed.x() + 0.01, proposed.y() - 0.005, proposed.width());
        for (var allowed : new CropFrame[] {proposed, shifted}) {
            var frame = framing.nearest(allowed).orElseThrow();
            assertThat(frame.x()).isCloseTo(allowed.x(), within(1e-6));
            assertThat(frame.y()).isCloseTo(allowed.y(), within(1e-6));
            assertThat(frame.width()).isCloseTo(allowed.width(), within(1e-6));
        }
    }

    @Test
    void hasNoChoiceWhereThePictureHasNoRoom() {
        var cut = new Head(5, 175, 500, 240, 325, STRAIGHT);
        var framing = new Framing(cut, 1000, 1400, 480);
        assertThat(framing.limits()).isEmpty();
        assertThat(framing.nearest(CropFrame.centred(1000, 1400))).isEmpty();
        assertThat(framing.proposal().isInside(1000, 1400)).isTrue();
        assertThat(framing.proposal().y())
                .as("as much as there is above the head")
                .isCloseTo(0, within(1e-6));
    }

    @Test
    void prefersTheSpecificationToPixels() {
        var far = new Head(500, 585, 500, 120, 660, STRAIGHT);
        var framing = new Framing(far, 1000, 1400, 480);
        var at = places(far, framing.proposal(), 1000, 1400);
        assertThat(at[2])
                .as("the face is large enough, at the price of resolution")
                .isGreaterThanOrEqualTo(180);
        assertThat(framing.proposal().width() * 1000).isLessThan(480);
        assertThat(framing.limits()).isEmpty();
    }

    /** Hair top, eyes, face width and middle in px of the 480×640 picture. */
    private static double[] places(Head head, CropFrame frame, int width, int height) {
        double scale = 480 / (frame.width() * width);
        double left = frame.x() * width;
        double top = frame.y() * height;
        return new double[] {
            (head.hairTop() - top) * scale,
            (head.eyeLine() - top) * scale,
            head.faceWidth() * scale,
            (head.middle() - left) * scale - 240
        };
    }
}
