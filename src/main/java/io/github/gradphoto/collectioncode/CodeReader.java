package io.github.gradphoto.collectioncode;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Reads the QR code in a student's picture: a saved file, a screenshot, or a photo of a screen. Two readers that fail in
 * different pictures are joined, the likeliest and quickest passes first.
 */
final class CodeReader {

    private static final long BUDGET = TimeUnit.MILLISECONDS.toNanos(1500);
    private static final List<Double> WECHAT_SCALES = List.of(1.0, 0.5, 2.0);
    private static final List<Double> ZXING_SCALES = List.of(1.0, 0.5, 1.5, 0.25, 2.0, 0.7);

    private final ZxingPasses zxing = new ZxingPasses();
    private final WeChatReader wechat = new WeChatReader();

    /** @return the payload; empty if there is no code, or none that can be read within about two seconds */
    Optional<String> read(BufferedImage picture) {
        var grey = new GreyPicture(picture);
        var late = lateAfter(System.nanoTime() + BUDGET);
        return zxing.first(grey).or(() -> wechat(grey, late)).or(() -> zxing(grey, late));
    }

    /** What ZXing alone can read; for comparison. */
    Optional<String> readWithZxingAlone(BufferedImage picture) {
        return zxing(new GreyPicture(picture), lateAfter(System.nanoTime() + BUDGET));
    }

    private Optional<String> wechat(GreyPicture grey, BooleanSupplier late) {
        return WECHAT_SCALES.stream()
                .filter(grey::canBe)
                .takeWhile(scale -> !late.getAsBoolean())
                .map(scale -> wechat.read(grey.at(scale)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> zxing(GreyPicture grey, BooleanSupplier late) {
        return zxing.all(grey, ZXING_SCALES.stream().filter(grey::canBe).toList(), late);
    }

    private static BooleanSupplier lateAfter(long end) {
        return () -> System.nanoTime() > end;
    }
}
