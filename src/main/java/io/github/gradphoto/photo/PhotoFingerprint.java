package io.github.gradphoto.photo;

import io.github.gradphoto.picture.PictureHash;
import java.util.ArrayList;
import java.util.List;

/**
 * What a photo looks like, whole and inside the frame that its face asks for: so it is found again when only its borders are
 * new, as those of a screenshot.
 */
record PhotoFingerprint(PictureHash whole, PictureHash framed) {

    /**
     * Seen on 47 real pictures: saved again at half the quality, at 60 % of the size or 12 % brighter, the whole one differs in
     * at most 4 and 12 bits; different pictures of one person in one sitting in 26 of 256 and more.
     */
    private static final int COARSE = 4;

    private static final int FINE = 12;

    private static final int PIECES = 4;

    /** The pieces by which it is searched: 16 bits each, with the place that they have. */
    List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        for (int piece = 0; piece < PIECES; piece++) {
            pieces.add("whole" + piece + "=" + (whole.coarse() >> 16 * piece & 0xffff));
            pieces.add("framed" + piece + "=" + (framed.coarse() >> 16 * piece & 0xffff));
        }
        return pieces;
    }

    boolean isNearly(PhotoFingerprint other) {
        return isNearly(whole, other.whole) || isNearly(framed, other.framed);
    }

    private static boolean isNearly(PictureHash a, PictureHash b) {
        return a.coarseDistance(b) <= COARSE && a.fineDistance(b) <= FINE;
    }

    /** Differing bits of 64, of the more similar view. */
    int distance(PhotoFingerprint other) {
        return Math.min(whole.coarseDistance(other.whole), framed.coarseDistance(other.framed));
    }
}
