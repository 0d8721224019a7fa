package io.github.gradphoto.measure;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * What a meter sees of one photo.
 *
 * @param picture   the whole upload, upright, {@link BufferedImage#TYPE_3BYTE_BGR}, at most 4000 px
 * @param file      the upload as it came, for its tables; never decoded by a meter
 * @param frame     where {@code framed} lies in {@code picture}
 * @param framed    the 480×640 picture, {@link BufferedImage#TYPE_3BYTE_BGR}, before it was written as JPEG
 * @param standard  the 480×640 file
 * @param faces     in px of {@code picture}, the largest first; empty where nobody looked for them
 * @param mesh      of the one face, in px of {@code framed}; empty where there is not exactly one
 * @param person    over {@code framed}; empty where there is not exactly one face
 * @param head      of the one face, in px of {@code picture}; empty where there is not exactly one
 * @param accepted  background colours that the notice accepts
 */
record Subject(
        BufferedImage picture,
        byte[] file,
        CropFrame frame,
        BufferedImage framed,
        StandardPhoto standard,
        Optional<List<DetectedFace>> faces,
        Optional<FaceMesh> mesh,
        Optional<PersonMask> person,
        Optional<Head> head,
        List<Color> accepted) {}
