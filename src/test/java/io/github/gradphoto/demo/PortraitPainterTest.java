package io.github.gradphoto.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gradphoto.measure.CropFrame;
import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.measure.MeasuredPhoto;
import io.github.gradphoto.measure.PhotoMeter;
import io.github.gradphoto.measure.StandardPhoto;
import io.github.gradphoto.picture.PictureDecoder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitPainterTest {

    private static final int[] GOOD = px(new PortraitPainter().paint(person(5)));

    private final PortraitPainter painter = new PortraitPainter();

    @Test
    void paintsTheSamePersonTheSameWay() {
        assertThat(px(painter.paint(person(5)))).isEqualTo(GOOD);
    }

    @Test
    void paintsOthersOtherwise() {
        for (long seed = 6; seed < 10; seed++) {
            assertThat(difference(GOOD, px(painter.paint(person(seed))))).isGreaterThan(0.05);
        }
    }

    @Test
    void keepsTheFaceForTheAdmissionPhoto() {
        Portrait now = person(5);
        Portrait then = now.admission(3);
        assertThat(then.age()).isEqualTo(now.age() - 3);
        assertThat(then.background()).isEqualTo(Background.LIGHT_BLUE);

        Looks a = new Looks(now);
        Looks b = new Looks(then);
        assertThat(new double[] {b.half, b.eyeY, b.noseY, b.mouthY, b.chinY, b.jaw, b.eyeX, b.eyeWidth})
                .isEqualTo(new double[] {a.half, a.eyeY, a.noseY, a.mouthY, a.chinY, a.jaw, a.eyeX, a.eyeWidth});
        assertThat(HairStyle.of(then)).isEqualTo(HairStyle.of(now));
        assertThat(b.skin).isEqualTo(a.skin);
    }

    /** In px of the 480×640 picture, as the specification counts. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 50, 777, 123456789, -4})
    void framesTheHeadAsTheSpecificationAsks(long seed) {
        Portrait portrait = person(seed);
        Looks looks = new Looks(portrait);

        assertThat(looks.eyeY / 2).isBetween(200.0, 300.0);
        assertThat(looks.half).as("half the width of a picture twice as large").isBetween(180.0, 300.0);
        assertThat(hairTop(painter.paint(portrait)) / 2).isBetween(50, 110);
    }

    @Test
    void keepsTheBackgroundPlain() {
        for (Background background : Background.values()) {
            BufferedImage picture = painter.paint(new Portrait(9, 30, true, background, Set.of()));
            for (int[] at : new int[][] {{10, 10}, {950, 10}, {10, 600}, {950, 600}}) {
                assertThat(distance(mean(picture, at[0], at[1]), background.colour))
                        .isLessThan(6);
            }
        }
    }

    @Test
    void makesAFileOfTheUsualSize() throws IOException {
        for (long seed = 1; seed <= 4; seed++) {
            StandardPhoto photo = standard(painter.paint(person(seed)));
            assertThat(photo.jpeg().length).isBetween(20 * 1024, 40 * 1024);
            assertThat(photo.quality()).isGreaterThanOrEqualTo(60);
        }
    }

    @ParameterizedTest
    @EnumSource(Flaw.class)
    void showsEachFlaw(Flaw flaw) {
        Portrait good = person(5);
        Portrait flawed = new Portrait(5, good.age(), good.female(), good.background(), Set.of(flaw));
        assertThat(difference(GOOD, px(painter.paint(flawed)))).isGreaterThan(0.0008);
    }

    @Test
    void blursTheBlurredOne() throws IOException {
        Portrait blurred = new Portrait(5, 25, true, Background.WHITE, Set.of(Flaw.BLURRED));
        assertThat(sharpness(painter.paint(blurred))).isLessThan(sharpness(painter.paint(person(5))) / 2);
    }

    @Test
    void refusesAnImpossibleAge() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Portrait(1, 15, true, Background.WHITE, Set.of()));
        assertThat(new Portrait(1, 17, true, Background.WHITE, Set.of())
                        .admission(4)
                        .age())
                .isEqualTo(16);
    }

    private static Portrait person(long seed) {
        return new Portrait(seed, 25, seed % 2 != 0, Background.WHITE, Set.of());
    }

    private static StandardPhoto standard(BufferedImage picture) throws IOException {
        return measured(picture).standard();
    }

    private static double sharpness(BufferedImage picture) throws IOException {
        return measured(picture).measurements().get(Measure.SHARPNESS).orElseThrow();
    }

    private static MeasuredPhoto measured(BufferedImage picture) throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        var decoded = new PictureDecoder().decode(png.toByteArray());
        return PhotoMeter.withModels().measure(decoded, png.toByteArray(), CropFrame.centred(960, 1280), List.of());
    }

    private static int hairTop(BufferedImage picture) {
        for (int y = 0; ; y++) {
            int dark = 0;
            for (int x = 300; x < 660; x++) {
                dark += new Color(picture.getRGB(x, y)).getGreen() < 160 ? 1 : 0;
            }
            if (dark > 20) {
                return y;
            }
        }
    }

    private static Color mean(BufferedImage picture, int x, int y) {
        int[] sum = new int[3];
        for (int i = 0; i < 64; i++) {
            Color colour = new Color(picture.getRGB(x - 4 + i % 8, y - 4 + i / 8));
            sum[0] += colour.getRed();
            sum[1] += colour.getGreen();
            sum[2] += colour.getBlue();
        }
        return new Color(sum[0] / 64, sum[1] / 64, sum[2] / 64);
    }

    private static int distance(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed())
                + Math.abs(a.getGreen() - b.getGreen())
                + Math.abs(a.getBlue() - b.getBlue());
    }

    /** The share of px that differ by more than the grain. */
    private static double difference(int[] a, int[] b) {
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            count += distance(new Color(a[i]), new Color(b[i])) > 60 ? 1 : 0;
        }
        return count / (double) a.length;
    }

    private static int[] px(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }
}
