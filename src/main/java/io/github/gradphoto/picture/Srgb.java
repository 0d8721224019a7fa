package io.github.gradphoto.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PackedColorModel;
import java.awt.image.Raster;
import java.util.Optional;

/** Brings whatever a decoder hands out to 8-bit sRGB on white, so that colours can be measured (phones write Display P3). */
final class Srgb {

    private Srgb() {}

    /**
     * @param profile a profile that the decoder did not apply
     * @return {@link BufferedImage#TYPE_3BYTE_BGR}
     */
    static BufferedImage of(BufferedImage decoded, Optional<ICC_Profile> profile) {
        if (decoded.getColorModel().getNumColorComponents() == 1) {
            return bySamples(decoded); // Java takes its grey for linear light and would brighten it
        }
        boolean deep = decoded.getRaster().getTransferType() == DataBuffer.TYPE_USHORT && !isPacked(decoded);
        BufferedImage flat = deep ? bySamples(decoded) : flat(decoded); // Java takes a microsecond for each deep px
        return profile.filter(p -> p.getColorSpaceType() == ColorSpace.TYPE_RGB)
                .map(p -> convert(flat, p))
                .orElse(flat);
    }

    /** Java converts other colour spaces while drawing, by the profile in the colour model. */
    private static BufferedImage flat(BufferedImage decoded) {
        if (decoded.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return decoded;
        }
        BufferedImage flat = new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = flat.createGraphics();
        g.drawImage(decoded, 0, 0, Color.WHITE, null);
        g.dispose();
        return flat;
    }

    private static boolean isPacked(BufferedImage decoded) {
        return decoded.getColorModel() instanceof PackedColorModel;
    }

    /** Grey or RGB of any depth, on white where there is an alpha. */
    private static BufferedImage bySamples(BufferedImage decoded) {
        int width = decoded.getWidth();
        BufferedImage flat = new BufferedImage(width, decoded.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] to = ((DataBufferByte) flat.getRaster().getDataBuffer()).getData();
        Raster raster = decoded.getRaster();
        int bands = raster.getNumBands();
        boolean alpha = decoded.getColorModel().hasAlpha();
        int colours = alpha ? bands - 1 : bands;
        float most = (1 << decoded.getColorModel().getComponentSize(0)) - 1;
        int[] row = new int[width * bands];
        int at = 0;
        for (int y = 0; y < flat.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int px = 0; px < row.length; px += bands) {
                float opacity = alpha ? row[px + colours] / most : 1;
                for (int band = 2; band >= 0; band--) {
                    float value = row[px + Math.min(band, colours - 1)] / most;
                    to[at++] = (byte) Math.round(255 * (value * opacity + 1 - opacity));
                }
            }
        }
        return flat;
    }

    private static BufferedImage convert(BufferedImage bytes, ICC_Profile profile) {
        new ColourTable(profile).apply(bytes);
        return bytes;
    }
}
