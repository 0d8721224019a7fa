package io.github.gradphoto.measure;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The learnt models. Pictures are {@link BufferedImage#TYPE_3BYTE_BGR} from our own decoder, never bytes of an upload.
 * Thread-safe; a caller waits while all sets of models are in use.
 */
public interface FaceModels {

    /** The largest first. */
    List<DetectedFace> faces(BufferedImage picture);

    FaceMesh mesh(BufferedImage picture, DetectedFace face);

    /** @param part of the picture, in px; it may reach over its edges */
    PersonMask person(BufferedImage picture, Rectangle part);
}
