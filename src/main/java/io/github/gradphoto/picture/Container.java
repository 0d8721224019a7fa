package io.github.gradphoto.picture;

import java.awt.color.ICC_Profile;
import java.util.Optional;

/** The structure of an upload, read without decoding a px, so that what a decoder gets to see is known and bounded. */
interface Container {

    /** The largest profile taken (the usual ones of printers have half of it), in bytes; a larger one is no profile. */
    int MAX_PROFILE_BYTES = 4 << 20;

    /**
     * @param width  px, as the file says
     * @param height px, as the file says
     * @param step   1, or n where only every n-th px of every n-th row is to be decoded
     */
    record Outline(int width, int height, int step) {}

    /**
     * Size and cost of the picture, by its header.
     *
     * @throws PictureRefusedException TOO_MANY_PIXELS when decoding would take too long or too much memory, CORRUPT when there
     *     is no sound header
     */
    Outline outline();

    /** The same picture without what does not draw it. */
    byte[] stripped();

    /** What the decoder gets: {@link #stripped()}, and less where we do better than the decoder. */
    default byte[] drawing() {
        return stripped();
    }

    /** The profile that the decoder does not apply. */
    default Optional<ICC_Profile> profile() {
        return Optional.empty();
    }

    /** The EXIF block: a TIFF header and its directories. */
    Optional<byte[]> exif();

    static Optional<ICC_Profile> profile(byte[] data) {
        try {
            return Optional.of(ICC_Profile.getInstance(data));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty(); // as browsers do: a broken profile does not break the picture
        }
    }
}
