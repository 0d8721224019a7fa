package io.github.gradphoto.photo;

import io.github.gradphoto.picture.DecodedPicture;
import io.github.gradphoto.picture.PhotoJpeg;
import io.github.gradphoto.picture.Resampler;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/**
 * Makes the standard photo by cropping and resampling, and nothing else: the specification forbids every other change
 * (教毕指〔2017〕99号: 480×640, 300 dpi, quality factor at least 60, usually 20 to 40 KB).
 */
public final class StandardPhotoMaker {

    public static final int WIDTH = 480;
    public static final int HEIGHT = 640;
    /** The file is kept within this many bytes where the lowest quality allows (40 KB). */
    public static final int MAX_BYTES = 40 * 1024;

    static final int BEST = 95;
    static final int LOWEST = 60;

    /** Takes the highest quality from 95 to 60 that stays within {@link #MAX_BYTES}; 60 even if that is too large. */
    public StandardPhoto make(DecodedPicture picture, CropFrame frame) {
        BufferedImage upright = picture.image();
        Rectangle crop = frame.on(upright.getWidth(), upright.getHeight());
        BufferedImage photo = Resampler.resample(upright, crop, WIDTH, HEIGHT);
        int quality = BEST;
        byte[] jpeg = PhotoJpeg.encode(photo, quality);
        while (jpeg.length > MAX_BYTES && quality > LOWEST) {
            quality--;
            jpeg = PhotoJpeg.encode(photo, quality);
        }
        Luma luma = Luma.of(photo);
        return new StandardPhoto(
                jpeg,
                quality,
                (int) Math.round(crop.width * picture.reduction()),
                (int) Math.round(crop.height * picture.reduction()),
                luma.mean(),
                luma.laplacianVariance());
    }
}
