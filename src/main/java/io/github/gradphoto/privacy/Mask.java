package io.github.gradphoto.privacy;

/** How personal data is shortened where a screen needs a hint of it, not all of it. */
public final class Mask {

    private static final String DOTS = "****";

    private Mask() {}

    /** 510699********0019 */
    public static String idNumber(String id) {
        return id == null || id.length() < 10 ? DOTS : id.substring(0, 6) + "********" + id.substring(id.length() - 4);
    }

    /** 138****1234 */
    public static String phone(String phone) {
        return phone == null || phone.length() < 8
                ? DOTS
                : phone.substring(0, 3) + DOTS + phone.substring(phone.length() - 4);
    }

    /** ab****@qq.com */
    public static String email(String email) {
        int at = email == null ? -1 : email.indexOf('@');
        return at < 1 ? DOTS : email.substring(0, Math.min(2, at)) + DOTS + email.substring(at);
    }

    /** 张** */
    public static String name(String name) {
        return name == null || name.isEmpty() ? DOTS : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
