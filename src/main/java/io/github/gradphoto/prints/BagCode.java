package io.github.gradphoto.prints;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the label of a 照片袋 says to a scanner: the application's number and the first four characters of the SHA-256 of the
 * picture inside. So a bag shows by itself that its picture is not the valid one any more, and says nothing of the person.
 */
public record BagCode(String number, String picture) {

    private static final Pattern SHAPE = Pattern.compile("(GP\\d{9})(?:-([0-9A-F]{4}))?");

    /** @param sha256 of the picture, hexadecimal */
    public static BagCode of(String number, String sha256) {
        return new BagCode(number, sha256.substring(0, 4).toUpperCase(Locale.ROOT));
    }

    /** Reads a scanned bag or a typed application number, of which {@code picture} is null. */
    public static Optional<BagCode> read(String scanned) {
        var found = SHAPE.matcher(scanned.strip().toUpperCase(Locale.ROOT));
        return found.matches() ? Optional.of(new BagCode(found.group(1), found.group(2))) : Optional.empty();
    }

    @Override
    public String toString() {
        return number + "-" + picture;
    }
}
