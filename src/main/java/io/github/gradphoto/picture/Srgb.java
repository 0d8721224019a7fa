package io.github.gradphoto.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
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
            return grey(decoded);
        }
        BufferedImage flat = flat(decoded);
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

    /** Sample by sample: Java takes its grey for linear light and would brighten it. */
    private static BufferedImage grey(BufferedImage decoded) {
        BufferedImage flat = new BufferedImage(decoded.getWidth(), decoded.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Raster raster = decoded.getRaster();
        int most = (1 << decoded.getColorModel().getComponentSize(0)) - 1;
        boolean alpha = decoded.getColorModel().hasAlpha();
        for (int y = 0; y < flat.getHeight(); y++) {
            for (int x = 0; x < flat.getWidth(); x++) {
                double value = raster.getSample(x, y, 0) / (double) most;
                double opacity = alpha ? raster.getSample(x, y, 1) / (double) most : 1;
                int level = (int) Math.round(255 * (value * opacity + 1 - opacity));
                flat.setRGB(x, y, level << 16 | level << 8 | level);
            }
        }
        return flat;
    }

    private static BufferedImage convert(BufferedImage bytes, ICC_Profile profile) {
        var space = new ICC_ColorSpace(profile);
        if (space.isCS_sRGB()) {
            return bytes;
        }
        var model = new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        var raster = Raster.createInterleavedRaster(
                bytes.getRaster().getDataBuffer(),
                bytes.getWidth(),
                bytes.getHeight(),
                3 * bytes.getWidth(),
                3,
                new int[] {2, 1, 0},
                new Point());
        var converted = new BufferedImage(bytes.getWidth(), bytes.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        return new ColorConvertOp(null).filter(new BufferedImage(model, raster, false, null), converted);
    }
}
