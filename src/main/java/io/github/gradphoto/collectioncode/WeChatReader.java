package io.github.gradphoto.collectioncode;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_wechat_qrcode.WeChatQRCode;

/**
 * OpenCV's WeChat QR reader without its two models: several ways to tell dark from light in one call. It sees decoded px
 * only, never bytes of an upload. Thread-safe; each call takes a reader of its own.
 *
 * <p>It cannot be interrupted, and its time grows with the square of what looks like the corner of a code: noise of 2000 px
 * keeps it for minutes. So it gets pieces of at most {@value #SIDE} px, of which the worst (pure noise) takes half a second.
 */
final class WeChatReader {

    static final int SIDE = 480;

    /** The whole picture, as small as it has to be. */
    Optional<String> whole(GreyPicture picture) {
        return read(picture.within(SIDE));
    }

    /**
     * The picture at twice that size, window by window, the middle first: for a small code in a large picture.
     *
     * @param late asked before each window whether to give up
     */
    Optional<String> windows(GreyPicture picture, BooleanSupplier late) {
        BufferedImage large = picture.within(2 * SIDE);
        List<Integer> lefts = starts(large.getWidth());
        List<Integer> tops = starts(large.getHeight());
        for (int top : tops) {
            for (int left : lefts) {
                if (late.getAsBoolean() || lefts.size() * tops.size() == 1) {
                    return Optional.empty();
                }
                var window = large.getSubimage(
                        left, top, Math.min(SIDE, large.getWidth()), Math.min(SIDE, large.getHeight()));
                var payload = read(copy(window));
                if (payload.isPresent()) {
                    return payload;
                }
            }
        }
        return Optional.empty();
    }

    private static List<Integer> starts(int length) {
        int last = Math.max(0, length - SIDE);
        return Stream.of(last / 2, 0, last).distinct().toList();
    }

    private static BufferedImage copy(BufferedImage window) {
        var copy = new BufferedImage(window.getWidth(), window.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        copy.setData(window.getRaster().createTranslatedChild(0, 0));
        return copy;
    }

    /**
     * @param picture {@link BufferedImage#TYPE_BYTE_GRAY}
     * @return a payload of ASCII. Of another both readers might make different letters, and so one code would have two
     *     hashes: those are left to ZXing.
     */
    private static Optional<String> read(BufferedImage picture) {
        byte[] grey = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        try (var scope = new PointerScope();
                var px = new BytePointer(grey);
                var mat = new Mat(picture.getHeight(), picture.getWidth(), CV_8UC1, px);
                var reader = new WeChatQRCode();
                var found = reader.detectAndDecode(mat)) {
            for (long i = 0; i < found.size(); i++) {
                String text = withoutEnd(found.get(i).getString(StandardCharsets.UTF_8));
                if (!text.isBlank() && StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
                    return Optional.of(text);
                }
            }
            return Optional.empty();
        } catch (LinkageError notForThisMachine) {
            return Optional.empty(); // ZXing alone has to do
        }
    }

    /** The zero that ends strings in C comes along. */
    private static String withoutEnd(String text) {
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
