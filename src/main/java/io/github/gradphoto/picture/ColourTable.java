package io.github.gradphoto.picture;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/**
 * What a profile makes of 33 levels of each colour, in sRGB, with everything between them by the straight line. A phone's 12
 * million px take a tenth of the time that Java's own conversion needs; the difference is at most 2 levels of 255 for the
 * profiles of cameras and screens.
 */
final class ColourTable {

    private static final int LEVELS = 33;
    private static final int STEP = 8; // 255 lies just below the last level, 256
    private static final int ROW = 3 * LEVELS;
    private static final int PLANE = ROW * LEVELS;

    private final int[] table = new int[PLANE * LEVELS]; // 16 times the level; b, g, r of [b][g][r]
    private boolean changes;

    /** @param profile of an RGB space */
    ColourTable(ICC_Profile profile) {
        byte[] levels = new byte[table.length];
        for (int i = 0; i < levels.length; i += 3) {
            levels[i] = level(i / PLANE);
            levels[i + 1] = level(i / ROW % LEVELS);
            levels[i + 2] = level(i / 3 % LEVELS);
        }
        byte[] converted = convert(levels, profile);
        for (int i = 0; i < table.length; i++) {
            table[i] = 16 * (converted[i] & 0xff);
            changes |= Math.abs((converted[i] & 0xff) - (levels[i] & 0xff)) > 1;
        }
    }

    private static byte level(int index) {
        return (byte) Math.min(255, index * STEP);
    }

    private static byte[] convert(byte[] bgr, ICC_Profile profile) {
        int height = LEVELS * LEVELS;
        var from = new BufferedImage(LEVELS, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] data = ((DataBufferByte) from.getRaster().getDataBuffer()).getData();
        System.arraycopy(bgr, 0, data, 0, bgr.length);
        var model = new ComponentColorModel(
                new ICC_ColorSpace(profile), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        var raster = Raster.createInterleavedRaster(
                from.getRaster().getDataBuffer(), LEVELS, height, ROW, 3, new int[] {2, 1, 0}, new Point());
        var to = new BufferedImage(LEVELS, height, BufferedImage.TYPE_3BYTE_BGR);
        new ColorConvertOp(null).filter(new BufferedImage(model, raster, false, null), to);
        return ((DataBufferByte) to.getRaster().getDataBuffer()).getData();
    }

    /** Converts a {@link BufferedImage#TYPE_3BYTE_BGR} picture in place. */
    void apply(BufferedImage picture) {
        if (!changes) {
            return; // sRGB under another name
        }
        byte[] px = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < px.length; i += 3) {
            int b = px[i] & 0xff;
            int g = px[i + 1] & 0xff;
            int r = px[i + 2] & 0xff;
            int cell = (b >> 3) * PLANE + (g >> 3) * ROW + (r >> 3) * 3;
            int fb = b & 7;
            int fg = g & 7;
            int fr = r & 7;
            px[i] = between(cell, fb, fg, fr);
            px[i + 1] = between(cell + 1, fb, fg, fr);
            px[i + 2] = between(cell + 2, fb, fg, fr);
        }
    }

    private byte between(int at, int fb, int fg, int fr) {
        int near = plane(at, fg, fr);
        int far = plane(at + PLANE, fg, fr);
        int level = near * (STEP - fb) + far * fb;
        return (byte) Math.min(255, level + (1 << 12) >> 13); // 16 · 8³
    }

    private int plane(int at, int fg, int fr) {
        int near = table[at] * (STEP - fr) + table[at + 3] * fr;
        int far = table[at + ROW] * (STEP - fr) + table[at + ROW + 3] * fr;
        return near * (STEP - fg) + far * fg;
    }
}
