package io.github.gradphoto.measure;

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

    /** The part of the picture inside the frame, at 480×640 px. */
    BufferedImage framed(DecodedPicture picture, CropFrame frame) {
        return Resampler.resample(picture.image(), crop(picture, frame), WIDTH, HEIGHT);
    }

    /** Takes the highest quality from 95 to 60 that stays within {@link #MAX_BYTES}; 60 even if that is too large. */
    StandardPhoto write(DecodedPicture picture, CropFrame frame, BufferedImage framed) {
        int quality = BEST;
        byte[] jpeg = PhotoJpeg.encode(framed, quality);
        if (jpeg.length > MAX_BYTES) {
            quality = LOWEST;
            jpeg = PhotoJpeg.encode(framed, quality);
            int tooLarge = BEST; // the file grows with the factor, so halving the range finds the edge
            while (tooLarge - quality > 1 && jpeg.length <= MAX_BYTES) {
                int middle = (quality + tooLarge) / 2;
                byte[] attempt = PhotoJpeg.encode(framed, middle);
                if (attempt.length > MAX_BYTES) {
                    tooLarge = middle;
                } else {
                    quality = middle;
                    jpeg = attempt;
                }
            }
        }
        Rectangle crop = crop(picture, frame);
        return new StandardPhoto(jpeg, quality, (int) Math.round(crop.width * picture.reduction()), (int)
                Math.round(crop.height * picture.reduction()));
    }

    public StandardPhoto make(DecodedPicture picture, CropFrame frame) {
        return write(picture, frame, framed(picture, frame));
    }

    private static Rectangle crop(DecodedPicture picture, CropFrame frame) {
        return frame.on(picture.image().getWidth(), picture.image().getHeight());
    }
}
