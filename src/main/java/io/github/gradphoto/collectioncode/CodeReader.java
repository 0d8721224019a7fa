package io.github.gradphoto.collectioncode;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Reads the QR code in a student's picture: a saved file, a screenshot, or a photo of a screen. Two readers that fail in
 * different pictures are joined, the likeliest and quickest passes first.
 */
final class CodeReader {

    /** After so long nothing more is begun; what was begun takes half a second at most. */
    private static final Duration ZXING_BUDGET = Duration.ofMillis(900);

    private static final Duration BUDGET = Duration.ofMillis(1500);

    private final ZxingPasses zxing = new ZxingPasses();
    private final WeChatReader wechat = new WeChatReader();

    /** @return the payload; empty if there is no code, or none that can be read within about two seconds */
    Optional<String> read(BufferedImage picture) {
        var grey = new GreyPicture(picture);
        long start = System.nanoTime();
        return zxing.first(grey)
                .or(() -> wechat.whole(grey))
                .or(() -> zxing.all(grey, after(start, ZXING_BUDGET)))
                .or(() -> wechat.windows(grey, after(start, BUDGET)));
    }

    /** What ZXing alone can read; for comparison. */
    Optional<String> readWithZxingAlone(BufferedImage picture) {
        return zxing.all(new GreyPicture(picture), after(System.nanoTime(), BUDGET));
    }

    private static BooleanSupplier after(long start, Duration budget) {
        return () -> System.nanoTime() - start > budget.toNanos();
    }
}
