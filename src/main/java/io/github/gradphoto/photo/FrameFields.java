package io.github.gradphoto.photo;

import io.github.gradphoto.measure.CropFrame;
import io.github.gradphoto.refusal.Refusal;

/** The frame as the page sends it: three fractions of the upright picture, or nothing at all where there is no JavaScript. */
record FrameFields(String frameX, String frameY, String frameWidth) {

    /** @return null for the centre. @throws Refusal frameInvalid */
    CropFrame toFrame() {
        if (isBlank(frameX) && isBlank(frameY) && isBlank(frameWidth)) {
            return null;
        }
        try {
            return new CropFrame(
                    Double.parseDouble(frameX), Double.parseDouble(frameY), Double.parseDouble(frameWidth));
        } catch (IllegalArgumentException | NullPointerException notANumber) {
            throw Refusal.invalid("frameInvalid");
        }
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
