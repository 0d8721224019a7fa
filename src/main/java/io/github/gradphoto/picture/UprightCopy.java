package io.github.gradphoto.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** A JPEG drawn anew from the pixels of an upload: upright, of bounded size, with nothing else of the file in it. */
public final class UprightCopy {

    /** Still sharp enough to read a photographed A4 page. */
    private static final int QUALITY = 85;

    private UprightCopy() {}

    /** @param longestSide of the copy, in px; a smaller picture keeps its size */
    public static byte[] jpeg(DecodedPicture picture, int longestSide) {
        var image = picture.image();
        double scale = longestSide / (double) Math.max(image.getWidth(), image.getHeight());
        return PhotoJpeg.encode(scale < 1 ? reduced(image, scale) : image, QUALITY);
    }

    private static BufferedImage reduced(BufferedImage image, double scale) {
        return Resampler.resample(
                image,
                new Rectangle(image.getWidth(), image.getHeight()),
                Math.max(1, (int) Math.round(image.getWidth() * scale)),
                Math.max(1, (int) Math.round(image.getHeight() * scale)));
    }
}
