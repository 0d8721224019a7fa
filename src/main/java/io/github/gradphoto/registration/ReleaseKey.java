package io.github.gradphoto.registration;

import java.security.SecureRandom;

/**
 * The name of a photo towards the collecting unit: 16 random characters (80 bits), which say nothing of the student. Capital
 * letters and digits without those that look alike, so that it survives file systems and typing.
 */
final class ReleaseKey {

    /** What a key looks like, wherever one is read. */
    static final String FORM = "[0-9A-HJKMNP-TV-Z]{16}";

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ReleaseKey() {}

    static String random() {
        var key = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            key.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return key.toString();
    }
}
