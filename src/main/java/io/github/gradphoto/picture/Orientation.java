package io.github.gradphoto.picture;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** The EXIF orientation (Exif 2.32, tag 0x0112): how a camera was held, 1 (upright) to 8. */
final class Orientation {

    private Orientation() {}

    /** 1 where the file says nothing, nothing readable or nonsense. */
    static int of(byte[] upload) {
        try {
            for (var directory : ImageMetadataReader.readMetadata(new ByteArrayInputStream(upload), upload.length)
                    .getDirectoriesOfType(ExifIFD0Directory.class)) {
                Integer value = directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
                if (value != null && value >= 1 && value <= 8) {
                    return value;
                }
            }
        } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
            return 1; // the pixels decide whether the picture is refused
        }
        return 1;
    }

    /** Turns a {@link BufferedImage#TYPE_3BYTE_BGR} picture upright, pixel for pixel. */
    static BufferedImage upright(BufferedImage stored, int orientation) {
        if (orientation == 1) {
            return stored;
        }
        boolean swaps = orientation >= 5;
        int w = stored.getWidth();
        int h = stored.getHeight();
        BufferedImage upright = new BufferedImage(swaps ? h : w, swaps ? w : h, BufferedImage.TYPE_3BYTE_BGR);
        byte[] from = ((DataBufferByte) stored.getRaster().getDataBuffer()).getData();
        byte[] to = ((DataBufferByte) upright.getRaster().getDataBuffer()).getData();
        int at = 0;
        for (int y = 0; y < upright.getHeight(); y++) {
            for (int x = 0; x < upright.getWidth(); x++) {
                int sx = swaps ? y : x;
                int sy = swaps ? x : y;
                sx = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8 ? w - 1 - sx : sx;
                sy = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7 ? h - 1 - sy : sy;
                int source = 3 * (sy * w + sx);
                to[at++] = from[source];
                to[at++] = from[source + 1];
                to[at++] = from[source + 2];
            }
        }
        return upright;
    }
}
