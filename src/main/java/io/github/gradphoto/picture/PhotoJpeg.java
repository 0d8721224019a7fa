package io.github.gradphoto.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes a baseline JPEG of 24 bits with the print density in its JFIF header. */
public final class PhotoJpeg {

    private static final String DPI = "300";
    private static final String FORMAT = "javax_imageio_jpeg_image_1.0";

    private PhotoJpeg() {}

    /** @param quality the usual factor, 1 to 100 */
    public static byte[] encode(BufferedImage photo, int quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            JPEGImageWriteParam param = new JPEGImageWriteParam(null);
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality / 100f);
            param.setOptimizeHuffmanTables(true); // smaller by a few per cent, so one or two factors more
            IIOMetadata header =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(photo), param);
            header.mergeTree(FORMAT, density(header));
            writer.setOutput(out);
            writer.write(null, new IIOImage(photo, null, header), param);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode density(IIOMetadata header) {
        IIOMetadataNode root = (IIOMetadataNode) header.getAsTree(FORMAT);
        IIOMetadataNode jfif =
                (IIOMetadataNode) root.getElementsByTagName("app0JFIF").item(0);
        jfif.setAttribute("resUnits", "1"); // per inch
        jfif.setAttribute("Xdensity", DPI);
        jfif.setAttribute("Ydensity", DPI);
        return root;
    }
}
