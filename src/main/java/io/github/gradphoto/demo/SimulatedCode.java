package io.github.gradphoto.demo;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** A picture in the place of the registry's collection code. It says on its face that it is none. */
public final class SimulatedCode {

    /** How payloads begin that no registry issued. */
    public static final String PREFIX = "GRADPHOTO-SIM:";

    private static final int WIDTH = 600;
    private static final int HEIGHT = 760;
    private static final int CODE = 440;
    private static final String RESOURCE = "/fonts/NotoSansSC_400Regular.ttf";

    private final Font font = font();

    /**
     * Draws a code, 600×760 px.
     *
     * @param payload what the QR code holds
     * @param label   whose it is, with the name masked
     * @throws IllegalArgumentException a payload too long for a QR code
     */
    public BufferedImage picture(String payload, String label) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(new Color(178, 58, 44));
        g.fillRect(0, 0, WIDTH, 84);
        text(g, "模拟图像采集码 · 仅供演示 SIMULATED", 27, 53, Color.WHITE);
        text(g, label, 30, 146, new Color(40, 40, 44));
        g.drawImage(code(payload), (WIDTH - CODE) / 2, 180, null);
        text(g, "本图由演示程序生成，不是任何机构签发的采集码", 21, 672, new Color(110, 110, 116));
        text(g, "Not issued by anybody. For demonstration only.", 19, 708, new Color(110, 110, 116));
        g.dispose();
        return picture;
    }

    private void text(Graphics2D g, String text, float size, int baseline, Color colour) {
        Font sized = font.deriveFont(size);
        double room = WIDTH - 40.0;
        double width = sized.getStringBounds(text, g.getFontRenderContext()).getWidth();
        if (width > room) {
            sized = font.deriveFont((float) (size * room / width));
            width = room;
        }
        g.setFont(sized);
        g.setColor(colour);
        g.drawString(text, (float) (WIDTH - width) / 2, baseline);
    }

    private static BufferedImage code(String payload) {
        try {
            BitMatrix bits = new QRCodeWriter()
                    .encode(
                            payload,
                            BarcodeFormat.QR_CODE,
                            CODE,
                            CODE,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.MARGIN,
                                    2));
            BufferedImage code = new BufferedImage(CODE, CODE, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < CODE; y++) {
                for (int x = 0; x < CODE; x++) {
                    code.setRGB(x, y, bits.get(x, y) ? 0 : 0xffffff);
                }
            }
            return code;
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code for " + payload.length() + " characters", e);
        }
    }

    private static Font font() {
        try (InputStream in = SimulatedCode.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("not on the class path: " + RESOURCE);
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
