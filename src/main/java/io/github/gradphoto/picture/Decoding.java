package io.github.gradphoto.picture;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** One upload on its way to a picture. */
final class Decoding {

    private final PictureType type;
    private final Container file;
    private final int orientation;
    private ImageReader reader;
    private volatile boolean givenUp;

    /** @param orientation EXIF orientation, 1 to 8 */
    Decoding(PictureType type, Container file, int orientation) {
        this.type = type;
        this.file = file;
        this.orientation = orientation;
    }

    DecodedPicture run() throws IOException {
        var outline = file.outline();
        if (outline.width() < PictureDecoder.MIN_SIDE || outline.height() < PictureDecoder.MIN_SIDE) {
            throw new PictureRefusedException(PictureFault.TOO_SMALL);
        }
        BufferedImage decoded = Srgb.of(read(outline), file.profile());
        return new DecodedPicture(
                Orientation.upright(reduced(decoded), orientation),
                type.mediaType,
                orientation,
                outline.width(),
                outline.height());
    }

    /** Asks the decoding thread to stop. A reader can be aborted from its own thread only, so it looks at each line. */
    void abort() {
        givenUp = true;
    }

    private BufferedImage read(Container.Outline outline) throws IOException {
        reader = ImageIO.getImageReadersByFormatName(type.format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.drawing()))) {
            reader.setInput(in, true, true);
            boolean forged = reader.getWidth(0) != outline.width() || reader.getHeight(0) != outline.height();
            if (forged) {
                throw new PictureRefusedException(PictureFault.CORRUPT);
            }
            boolean[] damaged = new boolean[1];
            reader.addIIOReadWarningListener((source, warning) -> damaged[0] |= !aboutColours(warning));
            reader.addIIOReadProgressListener(new AbortOnRequest(() -> givenUp));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(outline.step(), outline.step(), 0, 0);
            BufferedImage decoded = reader.read(0, param);
            if (damaged[0]) {
                throw new PictureRefusedException(PictureFault.CORRUPT);
            }
            return decoded;
        } finally {
            reader.dispose();
        }
    }

    /** An odd profile or colour flag is common in sound pictures; every other warning is about missing or broken data. */
    private static boolean aboutColours(String warning) {
        return warning.contains("ICC") || warning.contains("Adobe");
    }

    private static BufferedImage reduced(BufferedImage picture) {
        int longer = Math.max(picture.getWidth(), picture.getHeight());
        if (longer <= PictureDecoder.MAX_SIDE) {
            return picture;
        }
        double scale = PictureDecoder.MAX_SIDE / (double) longer;
        return Resampler.resample(
                picture,
                new Rectangle(picture.getWidth(), picture.getHeight()),
                side(picture.getWidth() * scale),
                side(picture.getHeight() * scale));
    }

    private static int side(double length) {
        return Math.max(1, (int) Math.round(length));
    }
}
