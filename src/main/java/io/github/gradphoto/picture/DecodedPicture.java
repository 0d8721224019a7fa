package io.github.gradphoto.picture;

import java.awt.image.BufferedImage;

/**
 * A picture that was read safely.
 *
 * @param image        upright, 8-bit sRGB ({@link BufferedImage#TYPE_3BYTE_BGR}), longer side at most
 *                     {@value PictureDecoder#MAX_SIDE} px
 * @param mediaType    {@code image/jpeg}, {@code image/png} or {@code image/webp}
 * @param orientation  the EXIF orientation that was applied, 1 to 8
 * @param storedWidth  px as in the file, before the orientation and before any reduction
 * @param storedHeight px as in the file, before the orientation and before any reduction
 */
public record DecodedPicture(
        BufferedImage image, String mediaType, int orientation, int storedWidth, int storedHeight) {

    /** How many px of the file one px of {@link #image} stands for, at least 1. */
    public double reduction() {
        return Math.max(
                1, Math.max(storedWidth, storedHeight) / (double) Math.max(image.getWidth(), image.getHeight()));
    }
}
