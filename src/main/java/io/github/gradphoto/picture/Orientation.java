package io.github.gradphoto.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The EXIF orientation (Exif 2.32, tag 0x0112): how a camera was held, 1 (upright) to 8. */
final class Orientation {

    private Orientation() {}

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    /**
     * Looks for this one number in the first directory and at nothing else: what EXIF may hold beside it (XML, previews,
     * directories in a ring) makes a library work for minutes if its author wants.
     *
     * @param exif a TIFF header and its directories
     * @return 1 where it says nothing, nothing readable or nonsense
     */
    static int of(byte[] exif) {
        try {
            var block = ByteBuffer.wrap(exif);
            if (exif[0] == 'E') {
                block = block.position(6).slice(); // some writers of WebP keep the prefix of JPEG
            }
            block.order(block.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = block.getInt(4);
            int entries = block.getShort(directory) & 0xffff;
            for (int at = directory + 2; at < directory + 2 + entries * ENTRY; at += ENTRY) {
                if ((block.getShort(at) & 0xffff) == TAG && block.getShort(at + 2) == SHORT) {
                    int value = block.getShort(at + 8);
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
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
