package io.github.gradphoto.measure;

import static io.github.gradphoto.measure.Measure.BACKGROUND_DISTANCE;
import static io.github.gradphoto.measure.Measure.BACKGROUND_UNEVENNESS;
import static io.github.gradphoto.measure.Measure.BARE_SHOULDERS;
import static io.github.gradphoto.measure.Measure.CLOTHES_BLUE_SHARE;
import static io.github.gradphoto.measure.Measure.CLOTHES_GREEN_SHARE;
import static io.github.gradphoto.measure.Measure.FACE_BRIGHTNESS;
import static io.github.gradphoto.measure.Measure.FACE_BRIGHT_SHARE;
import static io.github.gradphoto.measure.Measure.FACE_DARK_SHARE;
import static io.github.gradphoto.measure.Measure.FRINGE;
import static io.github.gradphoto.measure.Measure.JPEG_QUALITY;
import static io.github.gradphoto.measure.Measure.LIGHT_ASYMMETRY;
import static io.github.gradphoto.measure.Measure.SHARPNESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.demo.Background;
import io.github.gradphoto.demo.Flaw;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** N13, N14: what is seen in the px; each measure on a portrait that is right and on one that is wrong. */
class PixelMetersTest {

    @ParameterizedTest
    @EnumSource
    void acceptedBackgroundsAreNearAndPlain(Background background) {
        var sound = Portraits.sound(background);
        assertThat(value(sound, BACKGROUND_DISTANCE)).isLessThan(5);
        assertThat(value(sound, BACKGROUND_UNEVENNESS)).isLessThan(3);
    }

    @Test
    void aGradientIsUneven() {
        assertThat(value(Portraits.with(Flaw.GRADIENT_BACKGROUND), BACKGROUND_UNEVENNESS))
                .isGreaterThan(8);
    }

    @Test
    void anotherColourIsFar() {
        var red = Portraits.changed(picture -> replaced(picture, Background.LIGHT_BLUE, new Color(200, 30, 40)));
        assertThat(value(red, BACKGROUND_DISTANCE)).isGreaterThan(60);
        assertThat(value(red, Measure.BACKGROUND_RED)).isBetween(190.0, 210.0);
    }

    @Test
    void blueClothesAreBlueAndOthersAreNot() {
        assertThat(value(Portraits.with(Flaw.BLUE_SHIRT), CLOTHES_BLUE_SHARE)).isGreaterThan(0.5);
        assertThat(value(Portraits.sound(Background.LIGHT_BLUE), CLOTHES_BLUE_SHARE))
                .isLessThan(0.1);
        assertThat(value(Portraits.sound(Background.LIGHT_BLUE), CLOTHES_GREEN_SHARE))
                .isLessThan(0.1);
    }

    @Test
    void greenClothesAreGreen() {
        var green = Portraits.changed(picture -> clothes(picture, new Color(40, 130, 70)));
        assertThat(value(green, CLOTHES_GREEN_SHARE)).isGreaterThan(0.5);
        assertThat(value(green, CLOTHES_BLUE_SHARE)).isLessThan(0.1);
    }

    @Test
    void strapsLeaveTheShouldersBare() {
        assertThat(value(Portraits.with(Flaw.STRAPS), BARE_SHOULDERS)).isGreaterThan(0.5);
        assertThat(value(Portraits.sound(Background.LIGHT_BLUE), BARE_SHOULDERS))
                .isLessThan(0.1);
    }

    @Test
    void aFringeIsSeenOverTheBrows() {
        assertThat(value(Portraits.with(Flaw.FRINGE_OVER_BROWS), FRINGE)).isGreaterThan(0.6);
        assertThat(value(Portraits.sound(Background.LIGHT_BLUE), FRINGE)).isLessThan(0.2);
    }

    @Test
    void lightFromOneSideIsSeen() {
        assertThat(value(Portraits.with(Flaw.HALF_SHADOW), LIGHT_ASYMMETRY)).isGreaterThan(0.4);
        assertThat(value(Portraits.sound(Background.WHITE), LIGHT_ASYMMETRY)).isLessThan(0.1);
    }

    @Test
    void tooLittleAndTooMuchLightAreSeen() {
        var dark = Portraits.changed(picture -> new RescaleOp(0.2f, 0, null).filter(picture, null));
        var bright = Portraits.changed(picture -> new RescaleOp(1.6f, 0, null).filter(picture, null));
        var sound = Portraits.sound(Background.LIGHT_BLUE);
        assertThat(value(dark, FACE_BRIGHTNESS)).isLessThan(50);
        assertThat(value(dark, FACE_DARK_SHARE)).isGreaterThan(value(sound, FACE_DARK_SHARE));
        assertThat(value(sound, FACE_BRIGHTNESS)).isBetween(120.0, 210.0);
        assertThat(value(bright, FACE_BRIGHT_SHARE)).isGreaterThan(0.15);
        assertThat(value(sound, FACE_BRIGHT_SHARE)).isLessThan(0.05);
    }

    @Test
    void blurIsSeenHoweverStrongTheDetailIs() {
        double sharp = value(Portraits.sound(Background.LIGHT_BLUE), SHARPNESS);
        double slightly = value(Portraits.changed(picture -> blurred(picture, 2)), SHARPNESS); // 1 px at 480×640
        double strongly = value(Portraits.with(Flaw.BLURRED), SHARPNESS);
        assertThat(sharp).isGreaterThan(4.4);
        assertThat(slightly).isBetween(2.6, 4.4);
        assertThat(strongly).isLessThan(2.6);
    }

    @Test
    void theQualityOfTheUploadIsReadOffItsTables() {
        assertThat(value(Portraits.sound(Background.WHITE), JPEG_QUALITY)).isEqualTo(92);
    }

    @Test
    void nothingIsMeasuredWhereThereIsNoFace() {
        var wall = Portraits.changed(picture -> new BufferedImage(960, 1280, BufferedImage.TYPE_INT_RGB));
        for (var measure : new Measure[] {
            BACKGROUND_DISTANCE, CLOTHES_BLUE_SHARE, BARE_SHOULDERS, FRINGE, LIGHT_ASYMMETRY, FACE_BRIGHTNESS, SHARPNESS
        }) {
            assertThat(wall.has(measure)).as(measure.key()).isFalse();
        }
    }

    private static double value(Measurements measured, Measure measure) {
        return measured.get(measure).orElseThrow(() -> new AssertionError(measure + " was not measured"));
    }

    private static BufferedImage replaced(BufferedImage picture, Background from, Color to) {
        var wanted = from == Background.LIGHT_BLUE ? new Color(100, 197, 255) : Color.WHITE;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                var colour = new Color(picture.getRGB(x, y));
                int far = Math.abs(colour.getRed() - wanted.getRed())
                        + Math.abs(colour.getGreen() - wanted.getGreen())
                        + Math.abs(colour.getBlue() - wanted.getBlue());
                if (far < 60) {
                    picture.setRGB(x, y, to.getRGB());
                }
            }
        }
        return picture;
    }

    /** Everything in the lowest rows that is not background. */
    private static BufferedImage clothes(BufferedImage picture, Color colour) {
        for (int y = 1000; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                var old = new Color(picture.getRGB(x, y));
                if (old.getBlue() - old.getRed() < 100) {
                    picture.setRGB(x, y, colour.getRGB());
                }
            }
        }
        return picture;
    }

    private static BufferedImage blurred(BufferedImage picture, double sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        float[] kernel = new float[2 * radius + 1];
        float sum = 0;
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = (float) Math.exp(-i * i / (2 * sigma * sigma));
            sum += kernel[i + radius];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        var across = new ConvolveOp(new Kernel(kernel.length, 1, kernel), ConvolveOp.EDGE_NO_OP, null);
        var down = new ConvolveOp(new Kernel(1, kernel.length, kernel), ConvolveOp.EDGE_NO_OP, null);
        return down.filter(across.filter(picture, null), null);
    }
}
