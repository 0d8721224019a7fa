package io.github.gradphoto.collectioncode;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reads the QR code in a student's picture: a saved file, a screenshot, or a photo of a screen. One pass often fails where
 * another size or another way to tell dark from light succeeds, so several are tried, the likeliest first.
 */
final class CodeReader {

    private static final int MAX_SIDE = 2000;
    private static final long BUDGET = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final double[] SCALES = {1, 0.5, 1.5, 0.25, 2, 0.7};
    private static final Map<DecodeHintType, ?> HARD = Map.of(DecodeHintType.TRY_HARDER, true);

    /** @return the payload; empty if there is no code, or none that can be read within about two seconds */
    Optional<String> read(BufferedImage picture) {
        long start = System.nanoTime();
        double fit = Math.min(1, MAX_SIDE / (double) longer(picture));
        for (double scale : SCALES) {
            boolean enlargesTooFar = scale > 1 && longer(picture) * fit * scale > MAX_SIDE;
            if (enlargesTooFar) {
                continue;
            }
            LuminanceSource source = new BufferedImageLuminanceSource(scaled(picture, fit * scale));
            for (LuminanceSource turned : List.of(source, source.rotateCounterClockwise())) {
                for (LuminanceSource lit : List.of(turned, turned.invert())) {
                    Optional<String> payload = decode(new BinaryBitmap(new HybridBinarizer(lit)))
                            .or(() -> decode(new BinaryBitmap(new GlobalHistogramBinarizer(lit))));
                    if (payload.isPresent() || System.nanoTime() - start > BUDGET) {
                        return payload;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decode(BinaryBitmap bitmap) {
        try {
            return Optional.of(new QRCodeReader().decode(bitmap, HARD).getText())
                    .filter(text -> !text.isBlank());
        } catch (ReaderException | RuntimeException noCode) {
            return Optional.empty(); // ZXing also throws index errors on odd pictures
        }
    }

    private static BufferedImage scaled(BufferedImage picture, double scale) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = scaled.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(picture, 0, 0, width, height, null);
        g.dispose();
        return scaled;
    }

    private static int longer(BufferedImage picture) {
        return Math.max(picture.getWidth(), picture.getHeight());
    }
}
