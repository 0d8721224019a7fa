package io.github.gradphoto.review;

import java.util.OptionalDouble;

/**
 * Port: how alike the faces of two pictures are. The product brings no model, because the usual ones take many East Asian
 * faces for each other; an installation that calibrated one on pairs of its own adds a bean of this type. What it says is a
 * hint beside the two pictures and decides nothing.
 */
public interface PhotoSimilarity {

    /**
     * Keeps nothing of either face. May be called again for the same pair.
     *
     * @param photo     JPEG, 480×640
     * @param admission JPEG, longest side 640 px
     * @return 0 (another person) to 1 (the same); empty where the two cannot be compared
     */
    OptionalDouble between(byte[] photo, byte[] admission);
}
