package io.github.gradphoto.roster;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What somebody looked at before it is taken in, as a digest: two lists of as many new, changed and bad rows may still say
 * different things.
 */
final class Seen {

    private Seen() {}

    /** @param parts records and lists of them, whose texts say all they hold */
    static String digest(Object... parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(Arrays.toString(parts).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has it
        }
    }
}
