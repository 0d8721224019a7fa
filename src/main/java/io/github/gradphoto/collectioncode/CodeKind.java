package io.github.gradphoto.collectioncode;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a QR code is, told by its first characters alone. The collection code is encrypted for the collecting unit, so its
 * content proves nothing: everything that is not known to be something else is taken for one.
 */
public enum CodeKind {
    /** 图像采集码, or unknown: accepted unread. */
    COLLECTION_CODE(null),
    /** A code to pay or be paid with. */
    PAYMENT_CODE("wxp://|https://wx\\.tenpay\\.com/|https?://payapp\\.weixin\\.qq\\.com|https?://qr\\.alipay\\.com/"),
    /** A person to get in touch with. */
    NAME_CARD("begin:vcard|mecard:|https?://u\\.wechat\\.com/|weixin://"),
    /** 学籍/学历在线验证报告: a page for everybody, from the same site as the collection code. */
    VERIFICATION_REPORT("https?://www\\.chsi\\.com\\.cn/(xlcx/|\\S*bg)");

    private final Pattern prefix;

    CodeKind(String prefix) {
        this.prefix = prefix == null ? null : Pattern.compile(prefix);
    }

    public static CodeKind of(String payload) {
        String start = payload.strip().toLowerCase(Locale.ROOT);
        for (CodeKind kind : values()) {
            if (kind.prefix != null && kind.prefix.matcher(start).lookingAt()) {
                return kind;
            }
        }
        return COLLECTION_CODE;
    }
}
