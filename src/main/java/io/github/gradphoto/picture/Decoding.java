package io.github.gradphoto.picture;

import java.awt.Rectangle;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntSupplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** One upload on its way to a picture. */
final class Decoding {

    /** What is decoded whole (75 MB); a larger picture is decoded with every second px left out. */
    private static final int WHOLE = 25_000_000;

    private final PictureType type;
    private final byte[] upload;
    private final IntSupplier orientation;
    private ImageReader reader;
    private volatile boolean givenUp;

    Decoding(PictureType type, byte[] upload, IntSupplier orientation) {
        this.type = type;
        this.upload = upload;
        this.orientation = orientation;
    }

    DecodedPicture run() throws IOException {
        int turn = orientation.getAsInt();
        byte[] drawing = type.withoutMetadata(upload);
        reader = ImageIO.getImageReadersByFormatName(type.format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(drawing))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            check(width, height);
            BufferedImage decoded = Srgb.of(read(width, height), profile(drawing));
            return new DecodedPicture(Orientation.upright(reduced(decoded), turn), type.mediaType, turn, width, height);
        } finally {
            reader.dispose();
        }
    }

    /** Asks the decoding thread to stop. A reader can be aborted from its own thread only, so it looks at each line. */
    void abort() {
        givenUp = true;
    }

    private static void check(int width, int height) {
        if ((long) width * height > PictureDecoder.MAX_PIXELS) {
            throw new PictureRefusedException(PictureFault.TOO_MANY_PIXELS);
        }
        if (width < PictureDecoder.MIN_SIDE || height < PictureDecoder.MIN_SIDE) {
            throw new PictureRefusedException(PictureFault.TOO_SMALL);
        }
    }

    private BufferedImage read(int width, int height) throws IOException {
        boolean[] damaged = new boolean[1];
        reader.addIIOReadWarningListener((source, warning) -> damaged[0] |= !aboutColours(warning));
        reader.addIIOReadProgressListener(new AbortOnRequest(() -> givenUp));
        ImageReadParam param = reader.getDefaultReadParam();
        if ((long) width * height > WHOLE) {
            param.setSourceSubsampling(2, 2, 0, 0);
        }
        BufferedImage decoded = reader.read(0, param);
        if (damaged[0]) {
            throw new PictureRefusedException(PictureFault.CORRUPT);
        }
        return decoded;
    }

    /** An odd profile or colour flag is common in sound pictures; every other warning is about missing or broken data. */
    private static boolean aboutColours(String warning) {
        return warning.contains("ICC") || warning.contains("Adobe");
    }

    private Optional<ICC_Profile> profile(byte[] drawing) {
        return type == PictureType.PNG ? PngContainer.profile(drawing) : Optional.empty();
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
