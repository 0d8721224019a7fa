package io.github.gradphoto.demo;

import io.github.gradphoto.notice.Student;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The pictures of the demo's students, as their cameras would have saved them. */
final class DemoPictures {

    private static final int YEARS_SINCE_ADMISSION = 3;
    /** As cameras do: good enough that nothing is lost to the eye. */
    private static final float QUALITY = 0.92f;

    private final PortraitPainter painter = new PortraitPainter();

    /** A photo of this student, taken this year. */
    byte[] taken(Student student, Set<Flaw> flaws) {
        return jpeg(painter.paint(portrait(student, background(student), flaws)));
    }

    /** 录取照片: the same face three years younger, in the small size that admission files have. */
    byte[] atAdmission(Student student) {
        var younger = portrait(student, Background.LIGHT_BLUE, Set.of()).admission(YEARS_SINCE_ADMISSION);
        return jpeg(scaled(painter.paint(younger), 360, 480));
    }

    private static Portrait portrait(Student student, Background background, Set<Flaw> flaws) {
        int age = student.cohort()
                + YEARS_SINCE_ADMISSION
                - Integer.parseInt(student.idNumber().substring(6, 10));
        return new Portrait(
                Long.parseLong(student.studentNumber()), age, "女".equals(student.gender()), background, flaws);
    }

    private static Background background(Student student) {
        return student.id() % 3 == 0 ? Background.WHITE : Background.LIGHT_BLUE;
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(picture, 0, 0, width, height, null);
        g.dispose();
        return small;
    }

    static byte[] jpeg(BufferedImage picture) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
