package io.github.gradphoto.measure;

import java.util.Optional;

/**
 * A photo that was framed and measured.
 *
 * @param frame        the one used
 * @param proposed     the frame that fits best by the landmarks; the largest in the middle where no single face was found
 * @param moved        whether the chosen frame was outside what is allowed, so that the nearest allowed one was used
 * @param limits       how far the frame may be moved; empty where no single face was found or the picture leaves no choice
 * @param measurements every number that could be measured in that frame
 * @param standard     the 480×640 file
 */
public record MeasuredPhoto(
        CropFrame frame,
        CropFrame proposed,
        boolean moved,
        Optional<FrameLimits> limits,
        Measurements measurements,
        StandardPhoto standard) {}
