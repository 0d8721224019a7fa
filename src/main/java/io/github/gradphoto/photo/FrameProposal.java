package io.github.gradphoto.photo;

import io.github.gradphoto.measure.CropFrame;
import io.github.gradphoto.measure.FrameLimits;

/**
 * Where the frame should be.
 *
 * @param frame   null where no single face was found
 * @param limits  how far it may be moved; null where the picture leaves no choice
 * @param problem a sentence for the student, or null
 */
record FrameProposal(CropFrame frame, FrameLimits limits, String problem) {}
