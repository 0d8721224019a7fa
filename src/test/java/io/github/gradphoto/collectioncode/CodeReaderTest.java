package io.github.gradphoto.collectioncode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.LookupOp;
import java.awt.image.ShortLookupTable;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeReaderTest {

    private static final String PAYLOAD = "GRADPHOTO-SIM:7f3a9c10d2e84b6f95a1c0ffee5577aa0123456789abcdef";

    private final CodeReader reader = new CodeReader();

    @Test
    void readsASavedCode() throws Exception {
        assertThat(reader.read(code(400))).contains(PAYLOAD);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.4, 3, 10})
    void readsAnySize(double scale) throws Exception {
        assertThat(reader.read(drawn(code(400), scale, 0))).contains(PAYLOAD);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 45, 90, 180, 200, 270})
    void readsItHeldAskew(int degrees) throws Exception {
        assertThat(reader.read(drawn(code(400), 1, degrees))).contains(PAYLOAD);
    }

    @Test
    void readsTheDarkMode() throws Exception {
        short[] negative = new short[256];
        for (int i = 0; i < 256; i++) {
            negative[i] = (short) (255 - i);
        }
        BufferedImage dark = new LookupOp(new ShortLookupTable(0, negative), null).filter(code(400), null);
        assertThat(reader.read(dark)).contains(PAYLOAD);
    }

    @Test
    void readsABlurredOne() throws Exception {
        float[] box = new float[49];
        Arrays.fill(box, 1 / 49f);
        BufferedImage blurred =
                new ConvolveOp(new Kernel(7, 7, box), ConvolveOp.EDGE_NO_OP, null).filter(code(400), null);
        assertThat(reader.read(blurred)).contains(PAYLOAD);
    }

    @Test
    void readsItWithinAScreenshot() throws Exception {
        BufferedImage screen = new BufferedImage(1170, 2532, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = screen.createGraphics();
        g.setColor(new Color(245, 245, 245));
        g.fillRect(0, 0, 1170, 2532);
        g.setColor(Color.DARK_GRAY);
        for (int y = 100; y < 700; y += 60) {
            g.drawString("a line of the page round the code", 60, y);
        }
        g.drawImage(code(400), 385, 900, null);
        g.dispose();
        assertThat(reader.read(screen)).contains(PAYLOAD);
    }

    @Test
    void findsNothingInABarCode() throws Exception {
        var bars = new Code128Writer().encode("1234567890", BarcodeFormat.CODE_128, 400, 200);
        assertThat(reader.read(rgb(MatrixToImageWriter.toBufferedImage(bars)))).isEmpty();
    }

    /** Noise and rows of false corners: what keeps a reader busiest. */
    @Test
    void givesUpOnAPictureWithoutCode() throws Exception {
        reader.read(code(400)); // libraries are loaded once, not for each picture
        assertGivesUp(noise());
        assertGivesUp(corners());
        assertThat(reader.read(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)))
                .isEmpty();
    }

    private void assertGivesUp(BufferedImage picture) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        assertThat(reader.read(picture)).isEmpty();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    private static BufferedImage noise() {
        BufferedImage noise = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int y = 0; y < 3000; y++) {
            for (int x = 0; x < 4000; x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        return noise;
    }

    private static BufferedImage corners() {
        BufferedImage corners = new BufferedImage(960, 960, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = corners.createGraphics();
        for (int y = 0; y < 960; y += 9) {
            for (int x = 0; x < 960; x += 9) {
                g.setColor(Color.WHITE);
                g.fillRect(x, y, 9, 9);
                g.setColor(Color.BLACK);
                g.drawRect(x + 1, y + 1, 6, 6);
                g.fillRect(x + 3, y + 3, 3, 3);
            }
        }
        g.dispose();
        return corners;
    }

    private static BufferedImage code(int side) throws Exception {
        return rgb(MatrixToImageWriter.toBufferedImage(
                new QRCodeWriter().encode(PAYLOAD, BarcodeFormat.QR_CODE, side, side)));
    }

    private static BufferedImage rgb(BufferedImage picture) {
        return drawn(picture, 1, 0);
    }

    private static BufferedImage drawn(BufferedImage picture, double scale, int degrees) {
        int side = (int) (picture.getWidth() * scale * (degrees % 90 == 0 ? 1 : 1.5));
        BufferedImage result = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = result.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, side, side);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform turn = AffineTransform.getTranslateInstance(side / 2.0, side / 2.0);
        turn.rotate(Math.toRadians(degrees));
        turn.scale(scale, scale);
        turn.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        g.drawImage(picture, turn, null);
        g.dispose();
        return result;
    }
}
