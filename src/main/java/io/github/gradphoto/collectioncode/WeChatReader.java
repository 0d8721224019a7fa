package io.github.gradphoto.collectioncode;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_wechat_qrcode.WeChatQRCode;

/**
 * OpenCV's WeChat QR reader without its two models: several ways to tell dark from light in one call. It sees decoded px
 * only, never bytes of an upload. Thread-safe; each call takes a reader of its own.
 */
final class WeChatReader {

    /**
     * @param picture {@link BufferedImage#TYPE_BYTE_GRAY}
     * @return a payload of ASCII. Of another both readers might make different letters, and so one code would have two
     *     hashes: those are left to ZXing.
     */
    Optional<String> read(BufferedImage picture) {
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
        }
    }

    /** The zero that ends strings in C comes along. */
    private static String withoutEnd(String text) {
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }
}
