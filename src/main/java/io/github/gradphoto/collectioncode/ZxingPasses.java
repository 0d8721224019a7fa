package io.github.gradphoto.collectioncode;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPointCallback;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * ZXing's reader, tried again and again: one pass often fails where another size or another way to tell dark from light
 * succeeds.
 */
final class ZxingPasses {

    private static final double[] SCALES = {1, 0.5, 1.5, 0.25, 2, 0.7};
    /** ZXing compares every three corners that it suspects; a code has few, noise has thousands, which takes minutes. */
    private static final int MOST_CORNERS = 300;

    /** The pass that reads nearly every saved code. */
    Optional<String> first(GreyPicture picture) {
        return decode(new BinaryBitmap(new HybridBinarizer(source(picture.at(1)))));
    }

    /**
     * All passes, the likeliest sizes first.
     *
     * @param late asked after each pass whether to give up
     */
    Optional<String> all(GreyPicture picture, BooleanSupplier late) {
        for (double scale : SCALES) {
            if (!picture.canBe(scale)) {
                continue;
            }
            LuminanceSource source = source(picture.at(scale));
            for (LuminanceSource turned : List.of(source, source.rotateCounterClockwise45())) {
                for (LuminanceSource lit : List.of(turned, turned.invert())) {
                    Optional<String> payload = decode(new BinaryBitmap(new HybridBinarizer(lit)))
                            .or(() -> decode(new BinaryBitmap(new GlobalHistogramBinarizer(lit))));
                    if (payload.isPresent() || late.getAsBoolean()) {
                        return payload;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Map<DecodeHintType, ?> hints() {
        var corners = new AtomicInteger();
        ResultPointCallback count = corner -> {
            if (corners.incrementAndGet() > MOST_CORNERS) {
                throw new IllegalStateException("too many corners for a code");
            }
        };
        return Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.NEED_RESULT_POINT_CALLBACK, count);
    }

    private static LuminanceSource source(BufferedImage picture) {
        return new BufferedImageLuminanceSource(picture);
    }

    private static Optional<String> decode(BinaryBitmap bitmap) {
        try {
            return Optional.of(new QRCodeReader().decode(bitmap, hints()).getText())
                    .filter(text -> !text.isBlank());
        } catch (ReaderException | RuntimeException noCode) {
            return Optional.empty(); // ZXing also throws index errors on odd pictures
        }
    }
}
